package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes BSON into an array that grows: [BsonReader]'s counterpart, for the same reasons.
final class BsonWriter {

  private static final int FIRST_BYTES = 4 * 1024;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  /// Holds `length()` bytes and is overwritten by what is written next.
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  BsonWriter document(Map<String, ?> document) {
    int start = length;
    putInt(0);
    for (Map.Entry<String, ?> field : document.entrySet()) {
      field(field.getKey(), field.getValue());
    }
    end(start);
    return this;
  }

  private void array(Collection<?> elements) {
    int start = length;
    putInt(0);
    int index = 0;
    for (Object element : elements) {
      field(Integer.toString(index++), element);
    }
    end(start);
  }

  private void end(int start) {
    putByte(BsonConstants.TERMINATING_BYTE);
    setInt(start, length - start);
  }

  private void field(String name, @Nullable Object value) {
    switch (value) {
      case null -> head(BsonConstants.TYPE_NULL, name);
      case String text -> {
        head(BsonConstants.TYPE_UTF8_STRING, name);
        putText(text);
      }
      case Document document -> {
        head(BsonConstants.TYPE_EMBEDDED_DOCUMENT, name);
        var _ = document(document);
      }
      case Integer number -> {
        head(BsonConstants.TYPE_INT32, name);
        putInt(number);
      }
      case Long number -> {
        head(BsonConstants.TYPE_INT64, name);
        putLong(number);
      }
      case Double number -> {
        head(BsonConstants.TYPE_DOUBLE, name);
        putLong(Double.doubleToRawLongBits(number));
      }
      case Boolean flag -> {
        head(BsonConstants.TYPE_BOOLEAN, name);
        putByte(flag ? BsonConstants.BOOLEAN_VALUE_TRUE : BsonConstants.BOOLEAN_VALUE_FALSE);
      }
      case Instant instant -> {
        head(BsonConstants.TYPE_UTC_DATETIME, name);
        putLong(instant.toEpochMilli());
      }
      case Collection<?> elements -> {
        head(BsonConstants.TYPE_ARRAY, name);
        array(elements);
      }
      default -> rareField(name, value);
    }
  }

  private void rareField(String name, Object value) {
    byte type = BsonEncoder.determineType(value);
    head(type, name);
    ByteBuf buffer = Unpooled.buffer();
    BsonEncoder.encodeValue(type, value, buffer);
    putBytes(buffer.array(), buffer.readableBytes());
  }

  private void head(byte type, String name) {
    putByte(type);
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    putBytes(text, text.length);
    putByte(BsonConstants.STRING_TERMINATION);
  }

  private void putText(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    putInt(text.length + 1);
    putBytes(text, text.length);
    putByte(BsonConstants.STRING_TERMINATION);
  }

  private void putByte(byte value) {
    ensure(1);
    bytes[length++] = value;
  }

  private void putBytes(byte[] source, int count) {
    ensure(count);
    System.arraycopy(source, 0, bytes, length, count);
    length += count;
  }

  private void putInt(int value) {
    ensure(Integer.BYTES);
    length += Integer.BYTES;
    setInt(length - Integer.BYTES, value);
  }

  private void putLong(long value) {
    putInt((int) value);
    putInt((int) (value >>> Integer.SIZE));
  }

  private void setInt(int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
    bytes[at + 2] = (byte) (value >>> 16);
    bytes[at + 3] = (byte) (value >>> 24);
  }

  private void ensure(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
