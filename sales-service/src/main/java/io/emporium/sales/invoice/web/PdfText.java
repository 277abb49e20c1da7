package io.emporium.sales.invoice.web;

import java.io.IOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Text as the fonts of one document can show it. What no font knows is shown as a mark, and the
/// document says so: nothing is left out in silence.
final class PdfText {

  private static final int MARK = '?';

  /// Text in one font, from left to right.
  record Run(PDFont font, String text) {}

  private record Face(PDFont font, CmapLookup glyphs) {

    boolean knows(int codePoint) {
      return glyphs.getGlyphId(codePoint) != 0;
    }
  }

  private final List<Face> faces = new ArrayList<>();
  private boolean incomplete;

  PdfText(PDDocument document, PdfFonts fonts) throws IOException {
    for (byte[] file : fonts.files()) {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
      faces.add(new Face(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup()));
    }
  }

  /// Whether something was shown as a mark.
  boolean incomplete() {
    return incomplete;
  }

  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Face current = faces.getFirst();
    for (int codePoint : visual(clean(text)).codePoints().toArray()) {
      Face face = faceOf(codePoint);
      if (face != current && !open.isEmpty()) {
        runs.add(new Run(current.font(), open.toString()));
        open.setLength(0);
      }
      current = face;
      open.appendCodePoint(face.knows(codePoint) ? codePoint : MARK);
    }
    if (!open.isEmpty()) {
      runs.add(new Run(current.font(), open.toString()));
    }
    return runs;
  }

  float width(String text, float size) throws IOException {
    float width = 0;
    for (Run run : runs(text)) {
      width += run.font().getStringWidth(run.text());
    }
    return width / 1000 * size;
  }

  /// Lines that fit; a word that alone is too long is cut.
  List<String> wrapped(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : clean(text).split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (width(line, size) > width) {
        int fitting = fitting(line, size, width);
        lines.add(line.substring(0, fitting));
        line = line.substring(fitting);
      }
    }
    lines.add(line);
    return lines;
  }

  private int fitting(String word, float size, float width) throws IOException {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()
        && width(word.substring(0, word.offsetByCodePoints(end, 1)), size) <= width) {
      end = word.offsetByCodePoints(end, 1);
    }
    return end;
  }

  private Face faceOf(int codePoint) {
    for (Face face : faces) {
      if (face.knows(codePoint)) {
        return face;
      }
    }
    incomplete = true;
    return faces.getFirst();
  }

  // Letters and their accents as one sign where there is one; nothing that moves the pen.
  private static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
        .strip();
  }

  // A page is drawn from left to right, whichever way its scripts run.
  private static String visual(String text) {
    if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      return text;
    }
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    String[] parts = new String[count];
    for (int n = 0; n < count; n++) {
      levels[n] = (byte) bidi.getRunLevel(n);
      String part = text.substring(bidi.getRunStart(n), bidi.getRunLimit(n));
      parts[n] = levels[n] % 2 == 0 ? part : new StringBuilder(part).reverse().toString();
    }
    Bidi.reorderVisually(levels, 0, parts, 0, count);
    return String.join("", parts);
  }
}
