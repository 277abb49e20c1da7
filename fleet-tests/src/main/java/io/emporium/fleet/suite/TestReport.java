package io.emporium.fleet.suite;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One `TEST-….xml`. Cases are counted one by one: the attributes of the suite count a retried case
/// twice.
record TestReport(int tests, int skipped, List<String> failed) {

  static TestReport parse(String xml) {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    var count = new Count();
    try {
      var reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          count.see(reader);
        }
      }
    } catch (XMLStreamException cutOff) {
      count.failed.add("a report that ends early: the test process died");
      count.tests++;
    }
    return new TestReport(count.tests, count.skipped, List.copyOf(count.failed));
  }

  private static final class Count {
    private final List<String> failed = new ArrayList<>();
    private int tests;
    private int skipped;
    private String current = "";

    private void see(XMLStreamReader reader) {
      switch (reader.getLocalName()) {
        case "testcase" -> {
          tests++;
          current = simple(attribute(reader, "classname")) + "." + attribute(reader, "name");
        }
        case "skipped" -> skipped++;
        case "failure", "error" -> {
          if (!failed.contains(current)) {
            failed.add(current);
          }
        }
        default -> {
          // Properties and captured output are of no interest here.
        }
      }
    }

    private static String attribute(XMLStreamReader reader, String name) {
      var value = reader.getAttributeValue(null, name);
      return value == null ? "" : value;
    }

    private static String simple(String className) {
      return className.substring(className.lastIndexOf('.') + 1);
    }
  }
}
