package io.emporium.localstack.paypal;

import tools.jackson.databind.node.ObjectNode;

/// One request: the object it is about ("" for none), its body and its `PayPal-Request-Id`.
record PayPalCall(String id, ObjectNode body, String requestId) {}
