package io.emporium.fleet.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/// Names a jar by its content: a rebuild that changes nothing keeps its unpacked folder and its
/// cache. Remembered with size and time, because hashing thirteen jars at every start costs
/// seconds.
final class Fingerprint {
  private static final int LENGTH = 12;

  private Fingerprint() {}

  static String of(Path jar, Path memory) throws IOException {
    var key = Files.size(jar) + ":" + changed(jar);
    if (Files.exists(memory)) {
      var remembered = Files.readString(memory).strip().split(" ");
      if (remembered.length == 2 && remembered[0].equals(key)) {
        return remembered[1];
      }
    }
    var fingerprint = hash(jar);
    Files.createDirectories(memory.getParent());
    Files.writeString(memory, key + " " + fingerprint + "\n");
    return fingerprint;
  }

  /// The inode's change time: the build sets the modification time of every jar to one fixed
  /// moment.
  private static long changed(Path jar) throws IOException {
    return ((FileTime) Files.getAttribute(jar, "unix:ctime")).to(TimeUnit.NANOSECONDS);
  }

  private static String hash(Path jar) throws IOException {
    var digest = sha256();
    try (var input = new DigestInputStream(Files.newInputStream(jar), digest)) {
      var _ = input.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
