package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/// Writes the answers to what [MessageReader] reads.
final class MessageWriter extends MessageToByteEncoder<MongoMessage> {

  private static final int HEADER_BYTES = 21;

  @Override
  protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf target) {
    BsonWriter body = new BsonWriter().document(message.getDocument());
    target.ensureWritable(HEADER_BYTES + body.length());
    target.writeIntLE(HEADER_BYTES + body.length());
    target.writeIntLE(message.getHeader().getRequestID());
    target.writeIntLE(message.getHeader().getResponseTo());
    target.writeIntLE(OpCode.OP_MSG.getId());
    target.writeIntLE(message.getFlags());
    target.writeByte(MongoMessage.SECTION_KIND_BODY);
    target.writeBytes(body.bytes(), 0, body.length());
  }
}
