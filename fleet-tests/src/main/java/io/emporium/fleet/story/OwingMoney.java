package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import java.time.LocalDate;
import java.util.Map;

/// A company owes money and pays it off.
final class OwingMoney {

  private final Cast cast;
  private final StoryTeller teller;
  private final LocalDate today;
  private String debtId = "";

  OwingMoney(Cast cast, StoryTeller teller, LocalDate today) {
    this.cast = cast;
    this.teller = teller;
    this.today = today;
  }

  void play() {
    teller.chapter("A debt");
    teller.step("The administrator opens a debt in three instalments", this::openDebt);
    teller.step("… and pays the first", this::payInstalment);
  }

  private String openDebt() {
    Answer debt =
        cast.admin
            .post(
                "/api/debts",
                Map.of(
                    "creditor",
                    "City Bank",
                    "principal",
                    Map.of("amount", 100_000, "currency", "USD"),
                    "instalments",
                    3,
                    "firstDueOn",
                    today.plusMonths(1).toString()))
            .expect(201);
    debtId = debt.text("/id");
    return "%s + %s + %s"
        .formatted(
            Prices.show(debt.json().at("/schedule/0/amount")),
            Prices.show(debt.json().at("/schedule/1/amount")),
            Prices.show(debt.json().at("/schedule/2/amount")));
  }

  private String payInstalment() {
    Answer debt = cast.admin.get("/api/debts/" + debtId).expect(200);
    long first = debt.number("/schedule/0/amount/amount");
    Answer paid =
        cast.admin
            .post(
                "/api/debts/" + debtId + "/payments",
                Map.of("amount", Map.of("amount", first, "currency", "USD")),
                "Idempotency-Key",
                "story-" + cast.run)
            .expect(201);
    return Prices.show(paid.json().at("/outstanding")) + " outstanding";
  }
}
