package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/// Stores documents as BSON. The backend's own format is Java serialization, which costs several
/// times the CPU and space on every commit.
final class BsonDocumentType extends BasicDataType<Document> {

  static final BsonDocumentType INSTANCE = new BsonDocumentType();

  private static final int FIRST_GUESS_BYTES = 2_000;
  private static final int HEAP_BYTES_PER_BSON_BYTE = 3;
  private static final int SMOOTHING = 16;

  private volatile int averageHeapBytes = FIRST_GUESS_BYTES;

  private BsonDocumentType() {}

  @Override
  public int getMemory(Document document) {
    return averageHeapBytes;
  }

  @Override
  public void write(WriteBuffer target, Document document) {
    ByteBuf buffer = Unpooled.buffer();
    try {
      BsonEncoder.encodeDocument(document, buffer);
      int length = buffer.readableBytes();
      averageHeapBytes =
          (averageHeapBytes * (SMOOTHING - 1) + length * HEAP_BYTES_PER_BSON_BYTE) / SMOOTHING;
      target.putVarInt(length);
      target.put(ByteBuffer.wrap(buffer.array(), buffer.arrayOffset(), length));
    } finally {
      buffer.release();
    }
  }

  @Override
  public Document read(ByteBuffer source) {
    int length = DataUtils.readVarInt(source);
    byte[] bytes = new byte[length];
    source.get(bytes);
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }
}
