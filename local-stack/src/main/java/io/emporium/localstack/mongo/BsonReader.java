package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads BSON from an array. The library's decoder goes through a network buffer's checks for every
/// byte and makes every field name anew; it is still asked for the rare types.
final class BsonReader {

  private static final FieldNames NAMES = new FieldNames();

  private final byte[] bytes;
  private int at;

  BsonReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  static Document document(byte[] bytes) {
    return new BsonReader(bytes, 0).document();
  }

  int position() {
    return at;
  }

  byte nextByte() {
    return bytes[at++];
  }

  int nextInt() {
    int value =
        bytes[at] & 0xff
            | (bytes[at + 1] & 0xff) << 8
            | (bytes[at + 2] & 0xff) << 16
            | bytes[at + 3] << 24;
    at += Integer.BYTES;
    return value;
  }

  private long nextLong() {
    long low = nextInt() & 0xffff_ffffL;
    return low | (long) nextInt() << Integer.SIZE;
  }

  /// A name or another text that ends with a zero.
  String nextName() {
    int from = at;
    skipName();
    return NAMES.name(bytes, from, at - 1);
  }

  private void skipName() {
    while (bytes[at] != BsonConstants.STRING_TERMINATION) {
      at++;
    }
    at++;
  }

  Document document() {
    skipLength();
    Document document = new Document();
    for (byte type = nextByte(); type != BsonConstants.TERMINATING_BYTE; type = nextByte()) {
      String name = nextName();
      if (document.put(name, value(type)) != null) {
        throw new IllegalArgumentException("Document already contains field '" + name + "'");
      }
    }
    return document;
  }

  private List<@Nullable Object> array() {
    skipLength();
    List<@Nullable Object> array = new ArrayList<>();
    for (byte type = nextByte(); type != BsonConstants.TERMINATING_BYTE; type = nextByte()) {
      skipName();
      array.add(value(type));
    }
    return array;
  }

  private void skipLength() {
    int length = nextInt();
    if (length <= Integer.BYTES
        || length - Integer.BYTES > bytes.length - at
        || length > BsonConstants.MAX_BSON_OBJECT_SIZE) {
      throw new IllegalArgumentException("impossible length of a BSON object: " + length);
    }
  }

  private @Nullable Object value(byte type) {
    return switch (type) {
      case BsonConstants.TYPE_UTF8_STRING -> text();
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> document();
      case BsonConstants.TYPE_ARRAY -> array();
      case BsonConstants.TYPE_INT32 -> nextInt();
      case BsonConstants.TYPE_INT64 -> nextLong();
      case BsonConstants.TYPE_DOUBLE -> Double.longBitsToDouble(nextLong());
      case BsonConstants.TYPE_UTC_DATETIME -> Instant.ofEpochMilli(nextLong());
      case BsonConstants.TYPE_NULL -> null;
      default -> rareValue(type);
    };
  }

  private @Nullable Object rareValue(byte type) {
    ByteBuf rest = Unpooled.wrappedBuffer(bytes, at, bytes.length - at);
    Object value = BsonDecoder.decodeValue(type, rest);
    at += rest.readerIndex();
    return value;
  }

  private String text() {
    int length = nextInt();
    String text = new String(bytes, at, length - 1, StandardCharsets.UTF_8);
    at += length;
    if (bytes[at - 1] != BsonConstants.STRING_TERMINATION) {
      throw new IllegalArgumentException("Unexpected trailing byte: " + bytes[at - 1]);
    }
    return text;
  }
}
