package io.emporium.sales.invoice.web;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// The pages of a document, written from top to bottom.
final class PdfSheet implements AutoCloseable {

  static final float LEFT = 50;
  static final float RIGHT = PDRectangle.A4.getWidth() - 50;
  private static final float TOP = PDRectangle.A4.getHeight() - 50;
  private static final float BOTTOM = 70;
  private static final float FOOT = 40;
  private static final float BOLD_STROKE = 0.3f;

  private final PDDocument document;
  private final PdfText text;
  private PDPageContentStream page;
  private float y = TOP;

  PdfSheet(PDDocument document, PdfText text) throws IOException {
    this.document = document;
    this.text = text;
    this.page = newPage();
  }

  float y() {
    return y;
  }

  void moveTo(float height) {
    y = height;
  }

  void down(float by) {
    y -= by;
  }

  /// Begins a new page unless this much fits on the present one.
  ///
  /// @return whether it did
  boolean room(float height) throws IOException {
    if (y - height >= BOTTOM) {
      return false;
    }
    page.close();
    page = newPage();
    y = TOP;
    return true;
  }

  void left(String words, float x, float size, boolean bold) throws IOException {
    write(page, words, x, y, size, bold);
  }

  void right(String words, float x, float size, boolean bold) throws IOException {
    write(page, words, x - text.width(words, size), y, size, bold);
  }

  void rule(float width) throws IOException {
    page.setLineWidth(width);
    page.setStrokingColor(Color.GRAY);
    page.moveTo(LEFT, y);
    page.lineTo(RIGHT, y);
    page.stroke();
    page.setStrokingColor(Color.BLACK);
  }

  List<String> wrapped(String words, float size, float width) throws IOException {
    return text.wrapped(words, size, width);
  }

  boolean incomplete() {
    return text.incomplete();
  }

  /// Closes the pages and numbers them.
  void finish(String label, List<String> remarks) throws IOException {
    page.close();
    int count = document.getNumberOfPages();
    for (int n = 0; n < count; n++) {
      try (PDPageContentStream foot =
          new PDPageContentStream(
              document, document.getPage(n), PDPageContentStream.AppendMode.APPEND, true, true)) {
        String number = "Page " + (n + 1) + " of " + count;
        write(foot, label, LEFT, FOOT, 8, false);
        write(foot, number, RIGHT - text.width(number, 8), FOOT, 8, false);
        float at = FOOT + 12;
        for (String remark : remarks.reversed()) {
          write(foot, remark, LEFT, at, 7, false);
          at += 9;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    page.close();
  }

  private PDPageContentStream newPage() throws IOException {
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    return new PDPageContentStream(document, next);
  }

  // The font has one weight: a stroked outline makes it bolder.
  private void write(
      PDPageContentStream on, String words, float x, float height, float size, boolean bold)
      throws IOException {
    on.beginText();
    on.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    on.setLineWidth(BOLD_STROKE);
    on.newLineAtOffset(x, height);
    for (PdfText.Run run : text.runs(words)) {
      on.setFont(run.font(), size);
      on.showText(run.text());
    }
    on.endText();
  }
}
