package io.emporium.fleet.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir Path folder;

  @Test
  void staysWhenARebuildChangesNothingAndChangesWithTheContent() throws IOException {
    var jar = Files.writeString(folder.resolve("a.jar"), "one");
    var memory = folder.resolve("build/a.fingerprint");

    var first = Fingerprint.of(jar, memory);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    var rebuilt = Fingerprint.of(jar, memory);
    Files.writeString(jar, "two");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    var changed = Fingerprint.of(jar, memory);

    assertThat(rebuilt).isEqualTo(first).hasSize(12);
    assertThat(changed).isNotEqualTo(first);
  }
}
