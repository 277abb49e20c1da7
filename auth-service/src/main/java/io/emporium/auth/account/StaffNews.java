package io.emporium.auth.account;

/// What shop-service says of one person in one of its shops.
///
/// @param version of the shop that said it: what an older one said counts for nothing
public record StaffNews(String shopId, boolean worksThere, long version) {}
