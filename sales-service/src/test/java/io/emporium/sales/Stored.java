package io.emporium.sales;

import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/// Documents as the database would hold them.
public final class Stored {

  private static final MappingMongoConverter CONVERTER = converter();

  private Stored() {}

  public static Document of(Object aggregate) {
    Document document = new Document();
    CONVERTER.write(aggregate, document);
    return document;
  }

  public static <T> T read(Class<T> type, Document document) {
    return CONVERTER.read(type, document);
  }

  /// The same, written and read.
  public static <T> T readBack(Class<T> type, T aggregate) {
    return read(type, of(aggregate));
  }

  private static MappingMongoConverter converter() {
    MongoCustomConversions conversions = new MongoCustomConversions(List.of());
    MongoMappingContext context = new MongoMappingContext();
    context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
    MappingMongoConverter converter =
        new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
    converter.setCustomConversions(conversions);
    converter.afterPropertiesSet();
    return converter;
  }
}
