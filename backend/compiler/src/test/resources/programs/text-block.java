// prints: one { ; }\n  "two" /* three
String banner = """
    one { ; }
      "two" /* three
    """;
IO.print(banner);
