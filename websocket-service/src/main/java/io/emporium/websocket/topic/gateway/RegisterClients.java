package io.emporium.websocket.topic.gateway;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/// Addresses and time-outs stand under `spring.http.serviceclient`.
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "sales", types = SalesApi.class)
@ImportHttpServices(group = "shop", types = ShopApi.class)
class RegisterClients {}
