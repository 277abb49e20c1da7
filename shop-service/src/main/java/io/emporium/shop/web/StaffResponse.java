package io.emporium.shop.web;

import io.emporium.shop.registry.StaffMember;
import java.util.List;

record StaffResponse(String shopId, List<StaffMember> items) {}
