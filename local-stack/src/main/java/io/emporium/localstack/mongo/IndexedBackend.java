package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVStore;

/// The H2 file backend with indexed databases.
final class IndexedBackend extends H2Backend {

  IndexedBackend(MVStore store) {
    super(store);
  }

  /// Called by the constructor above for every database found in the file: no own fields here.
  @Override
  protected MongoDatabase openOrCreateDatabase(String databaseName) {
    return new IndexedDatabase(databaseName, getMvStore(), getCursorRegistry());
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
}
