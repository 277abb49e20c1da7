package io.emporium.sales.invoice.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The typefaces of a document. Liberation Sans comes with the PDF library and knows Latin, Greek,
/// Cyrillic and Hebrew letters; an operator whose customers write otherwise adds fonts, which are
/// tried after it for what it lacks.
@Component
final class PdfFonts {

  private static final String BUILT_IN =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final List<byte[]> files = new ArrayList<>();

  /// @param paths of TrueType files
  PdfFonts(@Value("${emporium.sales.invoice-fonts:}") List<String> paths) {
    try (InputStream builtIn = PDType0Font.class.getResourceAsStream(BUILT_IN)) {
      files.add(Objects.requireNonNull(builtIn, BUILT_IN + " is missing").readAllBytes());
      for (String path : paths) {
        files.add(Files.readAllBytes(Path.of(path.strip())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a font of invoices cannot be read", e);
    }
  }

  List<byte[]> files() {
    return files;
  }
}
