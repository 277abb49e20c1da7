package io.emporium.localstack.mongo;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/// Keys as H2 stores any object, but two strings, which nearly all are, are compared at once.
final class DocumentKeyType extends BasicDataType<Object> {

  static final DocumentKeyType INSTANCE = new DocumentKeyType();

  private final ObjectDataType any = new ObjectDataType();

  private DocumentKeyType() {}

  @Override
  public int compare(Object left, Object right) {
    return left instanceof String text && right instanceof String other
        ? text.compareTo(other)
        : any.compare(left, right);
  }

  @Override
  public int getMemory(Object key) {
    return any.getMemory(key);
  }

  @Override
  public void write(WriteBuffer target, Object key) {
    any.write(target, key);
  }

  @Override
  public Object read(ByteBuffer source) {
    return any.read(source);
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
