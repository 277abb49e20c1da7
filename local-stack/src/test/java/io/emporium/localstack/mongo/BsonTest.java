package io.emporium.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Ours and the library's codec are one format.
class BsonTest {

  private static final Document ALL_TYPES =
      new Document("_id", new ObjectId())
          .append("text", "Grüße, 世界 \uD83D\uDE00")
          .append("", "without a name")
          .append("ключ", "a name beyond ASCII")
          .append("long ".repeat(50), "a long name")
          .append("int", Integer.MIN_VALUE)
          .append("long", Long.MIN_VALUE + 77)
          .append("double", -0.1)
          .append("yes", true)
          .append("no", false)
          .append("at", Instant.ofEpochMilli(-5))
          .append("nothing", null)
          .append("list", Arrays.asList(1, null, "two", List.of(3L), new Document("four", 4)))
          .append("empty", List.of())
          .append("inner", new Document("text", "x".repeat(9_000)).append("none", new Document()))
          .append("uuid", UUID.randomUUID())
          .append("bytes", new BinData(new byte[] {1, 2, 3}))
          .append("decimal", new Decimal128(5, 7))
          .append("pattern", new BsonRegularExpression("^a", "i"))
          .append("timestamp", new BsonTimestamp(99L))
          .append("script", new BsonJavaScript("return 1"))
          .append("least", MinKey.getInstance())
          .append("most", MaxKey.getInstance())
          .append("last", "after the rare ones");

  @Test
  void writesWhatTheLibraryWrites() {
    assertThat(written(ALL_TYPES)).isEqualTo(encoded(ALL_TYPES));
  }

  @Test
  void readsWhatTheLibraryReads() {
    byte[] bytes = encoded(ALL_TYPES);

    Document read = BsonReader.document(bytes);

    Document byTheLibrary = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    assertThat(read.keySet()).containsExactlyElementsOf(byTheLibrary.keySet());
    assertThat(encoded(read)).isEqualTo(bytes);
  }

  @Test
  void refusesWhatIsCutOffOrSaidTwice() {
    byte[] bytes = encoded(ALL_TYPES);
    ByteBuf twice = Unpooled.buffer();
    twice.writeIntLE(19);
    for (int i = 0; i < 2; i++) {
      twice.writeByte(0x10).writeByte('a').writeByte(0).writeIntLE(i);
    }
    twice.writeByte(0);

    assertThatThrownBy(() -> BsonReader.document(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BsonReader.document(twice.array()))
        .hasMessageContaining("already contains field 'a'");
  }

  private static byte[] written(Document document) {
    BsonWriter writer = new BsonWriter().document(document);
    return Arrays.copyOf(writer.bytes(), writer.length());
  }

  private static byte[] encoded(Document document) {
    ByteBuf buffer = Unpooled.buffer();
    BsonEncoder.encodeDocument(document, buffer);
    return Arrays.copyOf(buffer.array(), buffer.readableBytes());
  }
}
