package io.emporium.debt;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class DebtApplication {

  public static void main(String[] args) {
    SpringApplication.run(DebtApplication.class, args);
  }
}
