package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;

/// All databases of one [DocumentStore].
final class IndexedBackend extends AbstractMongoBackend {

  private final DocumentStore store;

  IndexedBackend(DocumentStore store) {
    this.store = store;
    IndexedDatabase.namesIn(store).forEach(this::resolveDatabase);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String databaseName) {
    return new IndexedDatabase(databaseName, store, getCursorRegistry());
  }

  /// The library opens every database a second time just to list its name.
  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    if (!command.equalsIgnoreCase("listDatabases")) {
      return super.handleCommand(channel, databaseName, command, query);
    }
    List<Document> names =
        listDatabaseNames().stream()
            .sorted()
            .map(name -> new Document("name", name).append("sizeOnDisk", 0L).append("empty", false))
            .toList();
    Document response = new Document("databases", names);
    Utils.markOkay(response);
    return response;
  }

  @Override
  public void close() {
    super.close();
    store.close();
  }
}
