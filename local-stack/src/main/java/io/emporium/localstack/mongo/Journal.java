package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import io.emporium.localstack.mongo.DocumentStore.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/// Every document as it was last stored, for what the file has not committed yet.
///
/// Entries are written in frames: length, checksum, entries. A killed process may leave half a
/// frame at the end, which is overlooked. A full journal file is kept until the one after it is
/// full as well; by then the file has committed all of it for long.
final class Journal implements AutoCloseable {

  private static final String PREFIX = "mongo.journal.";
  private static final int FRAME_HEADER_BYTES = 2 * Integer.BYTES;
  private static final byte REMOVED = 0;
  private static final byte STORED = 1;

  private final Path directory;
  private final int fileBytes;
  private final Deque<Path> files = new ArrayDeque<>();
  private final WriteBuffer buffer = new WriteBuffer(64 * 1024);
  private @Nullable FileChannel current;
  private int number;

  Journal(Path directory, int fileBytes) {
    this.directory = directory;
    this.fileBytes = fileBytes;
  }

  /// Carries out what an earlier process left, and forgets it once that is committed.
  ///
  /// @param maps a map by its id, null when there is none any more
  void replay(IntFunction<@Nullable MVMap<Object, Document>> maps, Runnable commit)
      throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.list(directory)) {
      left =
          all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
              .sorted(Comparator.comparingInt(Journal::number))
              .toList();
    }
    for (Path path : left) {
      replay(ByteBuffer.wrap(Files.readAllBytes(path)), maps);
    }
    commit.run();
    for (Path path : left) {
      Files.delete(path);
    }
  }

  private static int number(Path path) {
    return Integer.parseInt(path.getFileName().toString().substring(PREFIX.length()));
  }

  private static void replay(
      ByteBuffer bytes, IntFunction<@Nullable MVMap<Object, Document>> maps) {
    while (bytes.remaining() > FRAME_HEADER_BYTES) {
      int length = bytes.getInt();
      int checksum = bytes.getInt();
      if (length < 0 || length > bytes.remaining()) {
        return;
      }
      ByteBuffer frame = bytes.slice(bytes.position(), length);
      if (checksum(frame.duplicate()) != checksum) {
        return;
      }
      while (frame.hasRemaining()) {
        replayEntry(frame, maps);
      }
      bytes.position(bytes.position() + length);
    }
  }

  private static void replayEntry(
      ByteBuffer frame, IntFunction<@Nullable MVMap<Object, Document>> maps) {
    MVMap<Object, Document> map = maps.apply(DataUtils.readVarInt(frame));
    Object position = DocumentKeyType.INSTANCE.read(frame);
    Document document = frame.get() == STORED ? BsonDocumentType.INSTANCE.read(frame) : null;
    if (map == null) {
      return;
    }
    Document unused = document == null ? map.remove(position) : map.put(position, document);
  }

  /// @param changes takes what is to be written; asked for in the order of the frames
  /// @param commit called when a file is full
  synchronized void write(Supplier<Map<Place, @Nullable Document>> changes, Runnable commit)
      throws IOException {
    Map<Place, @Nullable Document> entries = changes.get();
    if (entries.isEmpty()) {
      return;
    }
    FileChannel channel = current == null ? startFile() : current;
    try {
      ByteBuffer frame = frame(entries);
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
    } catch (IOException e) {
      // Nothing behind half a frame would be read.
      endFile();
      throw e;
    }
    if (channel.position() >= fileBytes) {
      endFile();
      commit.run();
      while (files.size() > 1) {
        Files.delete(files.removeFirst());
      }
    }
  }

  private ByteBuffer frame(Map<Place, @Nullable Document> entries) {
    buffer.clear();
    buffer.putInt(0).putInt(0);
    for (Map.Entry<Place, @Nullable Document> entry : entries.entrySet()) {
      Document document = entry.getValue();
      buffer.putVarInt(entry.getKey().map());
      DocumentKeyType.INSTANCE.write(buffer, entry.getKey().position());
      buffer.put(document == null ? REMOVED : STORED);
      if (document != null) {
        BsonDocumentType.INSTANCE.write(buffer, document);
      }
    }
    ByteBuffer frame = buffer.getBuffer().flip();
    ByteBuffer body = frame.slice(FRAME_HEADER_BYTES, frame.limit() - FRAME_HEADER_BYTES);
    return frame.putInt(0, body.remaining()).putInt(Integer.BYTES, checksum(body));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  private FileChannel startFile() throws IOException {
    Path path = directory.resolve(PREFIX + ++number);
    current = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    files.addLast(path);
    return current;
  }

  private void endFile() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  /// Called when the file is closed: nothing is left to be remembered.
  @Override
  public synchronized void close() {
    try {
      endFile();
      while (!files.isEmpty()) {
        Files.deleteIfExists(files.removeFirst());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
