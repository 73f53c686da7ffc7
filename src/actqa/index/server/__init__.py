"""An index on a Chroma server, for several machines: `chroma run`, or whatever speaks the same protocol.

What a folder does by renaming files and by locks of the operating system is done here with the few things that such a
server does in one step: making a collection fails where there is one of that name, and a collection is renamed or given
other metadata by its id, so that what has been replaced is not hit.

    actqa-objects           what is kept for each report, and the manifests, as parcels of records; its metadata has the
                            number of the current generation, for readers to look at
    actqa-units-…           a record for each unit: its vector
    actqa-generation-…      one, empty, for each generation; its metadata says which parcel is its manifest
    actqa-writer            the writer's lease
    actqa-former-…          a lease that was taken from somebody

Records are never changed. Their ids carry the report's version and a token of the build that wrote them, so that nobody
ever revives what somebody else is about to sweep. A generation becomes current when the collection with the next number
is made, and that comes last: before, nobody looks at what was written, and a writer who was slow enough to lose its
lease finds the number taken. Hits that the current manifest does not name are dropped after the query; what no
generation of the last minutes names is swept by the next build.

The manifest is a parcel, and not itself in a collection's metadata, because that has no room: Chroma Cloud takes 256
bytes a value there (docs.trychroma.com/cloud/quotas-limits), and a manifest of 1,000 reports has a megabyte. For the
same reason parcels are cut into metadata of at most 4,096 bytes a value and 32 values a record, and no request has more
than 300 records. Texts are not repeated as Chroma's documents: the server would index every trigram of them, and
nothing here asks for that. The words of all reports are put together by each machine, once for each manifest.
"""
