package io.emporium.inventory.batch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.inventory.batch.RowInput;
import io.emporium.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCsvTest {

  @Nested
  class Reading {

    @Test
    void columnsComeInAnyOrderAndCaseAndQuotesAreUnderstood() {
      assertThat(
              read(
                  """
                  SKU,quantity,Operation,warehouse,reason
                  TEA, 5 ,receipt,MAIN,
                  "a ""b"", c",-2,adjustment,MAIN,"broken, both"
                  """))
          .containsExactly(
              new RowInput("receipt", "MAIN", "TEA", "5", ""),
              new RowInput("adjustment", "MAIN", "a \"b\", c", "-2", "broken, both"));
    }

    @Test
    void theReasonMayBeLeftOutAndAByteOrderMarkIsSkipped() {
      assertThat(read("\uFEFFoperation,warehouse,sku,quantity\r\nreceipt,MAIN,TEA,5\r\n"))
          .containsExactly(new RowInput("receipt", "MAIN", "TEA", "5", null));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "operation,warehouse,sku\nreceipt,MAIN,TEA\n",
          "operation,warehouse,sku,quantity,colour\nreceipt,MAIN,TEA,1,red\n",
          "operation,warehouse,sku,quantity,sku\nreceipt,MAIN,TEA,1,TEA\n",
          "operation,warehouse,sku,quantity\nreceipt,MAIN,TEA\n",
          "operation,warehouse,sku,quantity\nreceipt,MAIN,TEA,1,2\n",
          "operation,warehouse,sku,quantity\nreceipt,MAIN,\"TEA,1\n",
          "operation,warehouse,sku,quantity\nreceipt,MAIN,\"TEA\"x,1\n",
          "operation,,sku,quantity\nreceipt,MAIN,TEA,1\n"
        })
    void whatIsNoProperCsvIsInvalidAsAWhole(String text) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOfSatisfying(
              Refusal.class, e -> assertThat(e.code()).isEqualTo("invalid_request"));
    }

    @Test
    void bytesThatAreNoUtf8AreInvalid() {
      assertThatThrownBy(() -> SentCsv.read(new byte[] {(byte) 0xC3, (byte) 0x28}))
          .isInstanceOf(Refusal.class);
    }

    @Test
    void moreRowsThanAreTakenAreRefused() {
      String many = "operation,warehouse,sku,quantity\n" + "receipt,MAIN,TEA,1\n".repeat(10_001);
      assertThatThrownBy(() -> read(many)).isInstanceOf(Refusal.class);
    }

    private List<RowInput> read(String text) {
      return SentCsv.read(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Nested
  class Writing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "=1+1",
          "+1",
          "-1+2",
          "@SUM(A1)",
          "\tx",
          "\rx",
          "\nx",
          "=cmd|' /C calc'!A0",
          "=\"a\""
        })
    void whatASpreadsheetWouldRunIsQuoted(String cell) {
      assertThat(ResultsCsv.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEA", "a=b", "1-2", " =x", ""})
    void whatIsHarmlessStaysAsItIs(String cell) {
      assertThat(ResultsCsv.harmless(cell)).isEqualTo(cell);
    }
  }
}
