"""Files made for the tests."""

import io
import zipfile

LOREM = (
    "The market for cold storage grew as grocers moved to online orders and built warehouses near large cities. "
    "Operators expect that automation lowers the cost of each pallet, although energy remains the largest expense. "
)


def prose(seed):
    """Running text that differs from that of other seeds in every line."""
    words = "cold store pallet grocer energy online city cost order freight dock chain fresh local price labour".split()
    return " ".join(words[(seed * 5 + at * (seed + 3)) % 16] for at in range(60)).capitalize() + ". "


class Pdf:
    """Pages on which text is drawn where it is told to, from the top left."""

    def __init__(self, width=595, height=842, **more):
        from reportlab.pdfgen.canvas import Canvas

        self.out = io.BytesIO()
        self.height = height
        self.canvas = Canvas(self.out, pagesize=(width, height), invariant=1, **more)

    def text(self, x, y, text, size=10, bold=False):
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self.height - y, text)
        return self

    def right(self, x, y, text, size=10):
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawRightString(x, self.height - y, text)
        return self

    def flow(self, x, y, text, width, size=10, leading=13):
        """Broken into lines; returns where the next line would stand."""
        from reportlab.lib.utils import simpleSplit

        for line in simpleSplit(text, "Helvetica", size, width):
            self.text(x, y, line, size)
            y += leading
        return y

    def line(self, x0, y0, x1, y1):
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        return self

    def next(self):
        self.canvas.showPage()
        return self

    def data(self):
        self.canvas.save()
        return self.out.getvalue()


def statement(pdf, y, rows, ends=(400, 500), start=60):
    """A table without lines: a label, and figures that end under each other."""
    for label, *figures in rows:
        pdf.text(start, y, label)
        for end, figure in zip(ends, figures, strict=False):
            pdf.right(end, y, figure)
        y += 14
    return y


def report_pdf(pages=2):
    """A report of several pages, each with a header, a footer and a figure of its own."""
    pdf = Pdf()
    for page in range(1, pages + 1):
        pdf.text(60, 40, "Cold Storage Outlook", 8).text(290, 815, f"Page {page} of {pages}", 8)
        if page == 1:
            pdf.text(60, 90, "Cold Storage Market Report", 22)
        pdf.text(60, 130, f"Region {page}", 15)
        pdf.flow(60, 160, prose(page), 470)
        pdf.flow(60, 230, f"The market in region {page} reached USD {100 + page} million in 2024.", 470)
        pdf.next()
    return pdf.data()


def turned(data, turn):
    """The same with its first page shown turned clockwise."""
    import pypdfium2

    document, out = pypdfium2.PdfDocument(data), io.BytesIO()
    document[0].set_rotation(turn)
    document.save(out)
    document.close()
    return out.getvalue()


def scanned_pdf():
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    pdf = Pdf()
    pdf.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    return pdf.next().data()


def encrypted_pdf():
    from reportlab.lib.pdfencrypt import StandardEncryption

    return Pdf(encrypt=StandardEncryption("secret")).text(60, 60, "Hidden").next().data()


def docx(build):
    import docx as library

    document, out = library.Document(), io.BytesIO()
    build(document)
    document.save(out)
    return out.getvalue()


def xlsx(*sheets):
    """Each sheet a name and rows; a cell may be a pair of a value and its number format."""
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(at, column, value[0] if isinstance(value, tuple) else value)
                if isinstance(value, tuple):
                    cell.number_format = value[1]
    book.save(out)
    return out.getvalue()


def pptx(build):
    import pptx as library

    deck, out = library.Presentation(), io.BytesIO()
    build(deck)
    deck.save(out)
    return out.getvalue()


def bomb():
    """A workbook with a part of 300 MB of zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * 300_000_000)
    return out.getvalue()
