package io.emporium.fleet.client;

/// An answer that does not fit the story.
public final class UnexpectedAnswer extends RuntimeException {

  UnexpectedAnswer(Answer answer, String complaint) {
    super(
        "%s answered %d: %s%n%s%ncorrelation id %s"
            .formatted(
                answer.request(),
                answer.status(),
                complaint,
                answer.body(),
                answer.correlationId()));
  }
}
