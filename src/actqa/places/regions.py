"""Parts of the world that hold several countries."""

REGIONS = """
NA | North America | Northern America, US and Canada | North American | NA, NAM
LA | Latin America | Latin America and Caribbean, Latin America and the Caribbean, LATAM, LAC | Latin American
LA | Central and South America | South and Central America
LA.S | South America | | South American
LA.C | Central America | | Central American
LA.I | Caribbean | West Indies
EU | Europe | European Union, EU | European
EU.W | Western Europe | West Europe | Western European
EU.E | Eastern Europe | East Europe | Eastern European
EU.E | Central and Eastern Europe | CEE
EU.E | Central Europe | | Central European
EU.N | Nordics | Nordic, Nordic countries, Northern Europe, Scandinavia | Scandinavian
EU.N.B | Baltics | Baltic states, Baltic countries
EU.S | Southern Europe | | Southern European
EU.B | Balkans | Southeast Europe, Southeastern Europe, South East Europe
EU.W.B | Benelux
EU.W.D | DACH
EU.I | Iberia
EU.W.U | British Isles | UK and Ireland
EU.R AP.C | CIS | Commonwealth of Independent States
AP | Asia Pacific | APAC, Asia, Asia and Pacific, Asia Oceania, Asia and Oceania | Asian | AP
AP | Asia Pacific excluding Japan | APEJ, Asia Pacific ex Japan | | | Japan
AP.E | East Asia | Northeast Asia | East Asian
AP.E | Greater China
AP.S | South Asia | Indian subcontinent, Southern Asia | South Asian
AP.S | South Asia and Pacific | South Asia Pacific
AP.SE | Southeast Asia | South East Asia, ASEAN, ASEAN countries | Southeast Asian, South East Asian
AP.O | Oceania | Australasia, ANZ, Australia and New Zealand, Pacific
AP.C | Central Asia | | Central Asian
ME AF | Middle East and Africa | MEA, Middle East Africa
ME | Middle East | Middle Eastern countries | Middle Eastern | ME
ME.G | GCC | GCC countries, Gulf, Gulf countries, Gulf states, Gulf Cooperation Council
ME.L | Levant
AF | Africa | | African
AF.S AF.W AF.E AF.M | Sub Saharan Africa
AF.N | North Africa | Northern Africa, Maghreb | North African
AF.W | West Africa | Western Africa | West African
AF.E | East Africa | Eastern Africa | East African
AF.S | Southern Africa
AF.M | Central Africa | Middle Africa
ME AF.N | Middle East and North Africa | MENA
LA ME AF | LAMEA | Latin America Middle East and Africa
EU ME AF | EMEA | Europe Middle East and Africa
NA LA | Americas | North and South America
"""
"""Codes, canonical name, other names, adjectives, letters that mean it only among places, and the country left out.

A code lies in every code that it begins with; a region of several codes is all of them together.
"""

BEYOND = """
Rest of the World | Rest of World, RoW
"""
"""What no region holds: canonical name, other names."""

QUARTERS = """
North Region | Northern Region, the North
South Region | Southern Region, the South
East Region | Eastern Region, the East
West Region | Western Region, the West
"""
"""Parts of whichever country a report is on: canonical name, other names."""
