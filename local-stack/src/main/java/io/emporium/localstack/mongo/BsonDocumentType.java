package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
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
    BsonWriter bson = new BsonWriter().document(document);
    averageHeapBytes =
        (averageHeapBytes * (SMOOTHING - 1) + bson.length() * HEAP_BYTES_PER_BSON_BYTE) / SMOOTHING;
    target.putVarInt(bson.length());
    target.put(ByteBuffer.wrap(bson.bytes(), 0, bson.length()));
  }

  @Override
  public Document read(ByteBuffer source) {
    int length = DataUtils.readVarInt(source);
    byte[] bytes = new byte[length];
    source.get(bytes);
    return BsonReader.document(bytes);
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }
}
