package io.emporium.notification.template;

/// What became of a template and its variables.
public sealed interface Rendering {

  /// Ready to be sent. `html` is escaped where variables went in; `title` is one line.
  ///
  /// @param confidential whether what it says is for the recipient's eyes alone, such as a link
  ///   that lets in whoever has it
  record Rendered(String title, String text, String html, boolean confidential)
      implements Rendering {}

  /// It cannot be said, and no repetition mends that.
  ///
  /// @param reason `unknown_template:…` or `missing_variable:…`
  record Unrenderable(String reason) implements Rendering {}
}
