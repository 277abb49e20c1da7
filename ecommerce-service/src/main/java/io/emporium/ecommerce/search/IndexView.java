package io.emporium.ecommerce.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;

/// The index at one moment.
record IndexView(IndexSearcher searcher) {

  // Of one product, or of the products that share a SKU.
  private static final int FEW = 100;

  /// Some of what fits, as JSON, and how many fit in all.
  record Found(List<String> items, long total) {}

  Found best(Query query, Sort sort, int start, int end) throws IOException {
    int wanted = Math.max(1, Math.min(end, searcher.getIndexReader().maxDoc()));
    TopDocs top =
        searcher.search(query, new TopFieldCollectorManager(sort, wanted, Integer.MAX_VALUE));
    List<String> items = new ArrayList<>();
    for (int i = start; i < top.scoreDocs.length; i++) {
      items.add(json(top.scoreDocs[i].doc));
    }
    return new Found(items, top.totalHits.value());
  }

  List<String> all(Query query) throws IOException {
    List<String> items = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, FEW).scoreDocs) {
      items.add(json(hit.doc));
    }
    return items;
  }

  private String json(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), ProductFields.JSON);
    if (!values.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("a product without its JSON");
    }
    return values.binaryValue().utf8ToString();
  }
}
