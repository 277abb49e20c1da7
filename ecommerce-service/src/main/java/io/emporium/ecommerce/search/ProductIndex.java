package io.emporium.ecommerce.search;

import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.ecommerce.stock.StockBoard;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// The published products of all companies, in memory; every instance has its own. Holds nothing
/// that could not be read again from the products.
@Component
public class ProductIndex implements AutoCloseable {

  /// How far into a list one may page; who wants more narrows the search.
  private static final int DEEPEST = 10_000;

  private static final double BUFFER_MEGABYTES = 8;

  private final OpenDoors doors;
  private final StockBoard stock;
  private final JsonMapper mapper;
  private final LuceneQueries queries;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ReentrantLock writing = new ReentrantLock();

  ProductIndex(OpenDoors doors, StockBoard stock, JsonMapper mapper) {
    this.doors = doors;
    this.stock = stock;
    this.mapper = mapper;
    ProductWords words = new ProductWords();
    this.queries = new LuceneQueries(words, doors);
    try {
      this.writer =
          new IndexWriter(
              new ByteBuffersDirectory(),
              new IndexWriterConfig(words)
                  .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                  .setMergeScheduler(new SerialMergeScheduler()));
      this.searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One page of what fits, each item as finished JSON of a [ListedProduct].
  public Page<RawValue> search(ProductQuery asked) {
    int end = Math.multiplyExact(asked.page().page() + 1, asked.page().size());
    if (end > DEEPEST) {
      throw Refusal.invalid("page", "lists end after " + DEEPEST + " items; narrow the search");
    }
    return read(
        view -> {
          var found =
              view.best(queries.query(asked), queries.sort(asked), end - asked.page().size(), end);
          List<RawValue> items = found.items().stream().map(RawValue::new).toList();
          return Page.of(items, asked.page(), found.total());
        });
  }

  /// The product, if it is published and its shop sells.
  public Optional<ListedProduct> find(String id) {
    return read(view -> view.all(new TermQuery(new Term(ProductFields.ID, id)))).stream()
        .map(this::parse)
        .filter(product -> doors.areOpen(product.companyId(), product.shopId()))
        .findFirst();
  }

  /// Shows a product as it is now, with what is known of its stock. Found at once.
  public void put(ListedProduct product) {
    write(() -> replace(product));
  }

  /// As [#put], for many.
  public void putAll(List<ListedProduct> products) {
    write(
        () -> {
          for (ListedProduct product : products) {
            replace(product);
          }
        });
  }

  public void remove(String id) {
    write(() -> writer.deleteDocuments(new Term(ProductFields.ID, id)));
  }

  /// The availability of a SKU has changed.
  public void restock(String companyId, String sku) {
    Query holders =
        new TermQuery(
            new Term(ProductFields.COMPANY_SKU, ProductFields.companySku(companyId, sku)));
    write(
        () -> {
          for (String json : read(view -> view.all(holders))) {
            replace(parse(json));
          }
        });
  }

  // Stock is looked up under the lock: who writes last has looked last.
  private void replace(ListedProduct product) throws IOException {
    ListedProduct current = product.withAvailability(sku -> stock.of(product.companyId(), sku));
    byte[] json = mapper.writeValueAsBytes(current);
    Term id = new Term(ProductFields.ID, product.id());
    if (!read(view -> view.all(new TermQuery(id))).equals(List.of(text(json)))) {
      var _ = writer.updateDocument(id, ProductFields.document(current, new BytesRef(json)));
    }
  }

  private ListedProduct parse(String json) {
    return mapper.readValue(json, ListedProduct.class);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private <T> T read(Reading<T> reading) {
    try {
      var searcher = searchers.acquire();
      try {
        return reading.apply(new IndexView(searcher));
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Writing writing) {
    this.writing.lock();
    try {
      writing.run();
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      this.writing.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
  }

  private interface Reading<T> {
    T apply(IndexView view) throws IOException;
  }

  private interface Writing {
    void run() throws IOException;
  }
}
