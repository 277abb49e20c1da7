package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the messages that a driver sends with every command; the library reads the others, as a
/// connection's greeting.
final class MessageReader extends MongoWireProtocolHandler {

  private static final int REQUEST_ID_AT = 4;
  private static final int RESPONSE_TO_AT = 8;
  private static final int OP_CODE_AT = 12;
  private static final int FLAGS_AT = 16;
  private static final int SECTIONS_AT = 20;

  @Override
  protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in)
      throws Exception {
    if (in.readableBytes() < SECTIONS_AT) {
      return null;
    }
    int start = in.readerIndex();
    int length = in.getIntLE(start);
    boolean isUsual =
        length > SECTIONS_AT
            && length <= MAX_MESSAGE_SIZE_BYTES
            && in.getIntLE(start + OP_CODE_AT) == OpCode.OP_MSG.getId()
            && in.getIntLE(start + FLAGS_AT) == 0;
    if (!isUsual) {
      return super.decode(context, in);
    }
    if (in.readableBytes() < length) {
      return null;
    }
    MessageHeader header =
        new MessageHeader(
            length, in.getIntLE(start + REQUEST_ID_AT), in.getIntLE(start + RESPONSE_TO_AT));
    byte[] bytes = new byte[length];
    in.readBytes(bytes);
    return new MongoMessage(context.channel(), header, body(bytes));
  }

  /// The command, with its sequences of documents as fields.
  private static Document body(byte[] bytes) {
    BsonReader reader = new BsonReader(bytes, SECTIONS_AT);
    Document body = new Document();
    while (reader.position() < bytes.length) {
      int kind = reader.nextByte();
      if (kind == MongoMessage.SECTION_KIND_BODY) {
        // First in the document, whatever comes first in the message: it begins with the command.
        Document sequences = body;
        body = reader.document();
        body.putAll(sequences);
      } else if (kind == MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE) {
        int end = reader.position() + reader.nextInt();
        body.put(reader.nextName(), documents(reader, end));
      } else {
        throw new IllegalArgumentException("Unexpected section kind: " + kind);
      }
    }
    return body;
  }

  private static List<Document> documents(BsonReader reader, int end) {
    List<Document> documents = new ArrayList<>();
    while (reader.position() < end) {
      documents.add(reader.document());
    }
    return documents;
  }
}
