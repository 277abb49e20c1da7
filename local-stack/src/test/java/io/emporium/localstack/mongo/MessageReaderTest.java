package io.emporium.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

  private static final Document COMMAND = new Document("insert", "orders").append("$db", "salesdb");

  private final EmbeddedChannel channel = new EmbeddedChannel(new MessageReader());

  @Test
  void aSequenceOfDocumentsIsAFieldOfItsCommand() {
    ByteBuf sequence = Unpooled.buffer();
    sequence.writeIntLE(0).writeBytes("documents\0".getBytes(StandardCharsets.US_ASCII));
    BsonEncoder.encodeDocument(new Document("_id", 1), sequence);
    BsonEncoder.encodeDocument(new Document("_id", 2), sequence);
    sequence.setIntLE(0, sequence.readableBytes());

    for (ByteBuf message :
        List.of(
            message(7, body(), section(1, sequence.duplicate())),
            message(7, section(1, sequence.duplicate()), body()))) {
      channel.writeInbound(message);

      MongoMessage read = channel.readInbound();
      assertThat(read.getHeader().getRequestID()).isEqualTo(7);
      assertThat(read.getDocument().keySet()).containsExactly("insert", "$db", "documents");
      assertThat(read.getDocument())
          .containsEntry("documents", List.of(new Document("_id", 1), new Document("_id", 2)));
    }
  }

  @Test
  void messagesArriveInAnyPieces() {
    ByteBuf both = Unpooled.wrappedBuffer(message(1, body()), message(2, body()));
    while (both.isReadable()) {
      channel.writeInbound(both.readBytes(Math.min(13, both.readableBytes())));
    }

    for (int id = 1; id <= 2; id++) {
      MongoMessage read = channel.readInbound();
      assertThat(read.getHeader().getRequestID()).isEqualTo(id);
      assertThat(read.getDocument()).isEqualTo(COMMAND);
    }
    assertThat((Object) channel.readInbound()).isNull();
  }

  private static ByteBuf body() {
    ByteBuf body = Unpooled.buffer();
    BsonEncoder.encodeDocument(COMMAND, body);
    return section(0, body);
  }

  private static ByteBuf section(int kind, ByteBuf content) {
    return Unpooled.buffer().writeByte(kind).writeBytes(content);
  }

  private static ByteBuf message(int requestId, ByteBuf... sections) {
    ByteBuf content = Unpooled.wrappedBuffer(sections);
    ByteBuf message = Unpooled.buffer();
    message.writeIntLE(20 + content.readableBytes()).writeIntLE(requestId).writeIntLE(0);
    message.writeIntLE(OpCode.OP_MSG.getId()).writeIntLE(0).writeBytes(content);
    return message;
  }
}
