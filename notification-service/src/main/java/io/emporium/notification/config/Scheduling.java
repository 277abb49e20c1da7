package io.emporium.notification.config;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets the lanes look for what is due.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
