// Reads pages as lines of JSON (a string each) and answers each with a line: what is wrong with its markup.
import { createInterface } from "node:readline";
import { HtmlValidate } from "html-validate";

const check = new HtmlValidate({ extends: ["html-validate:standard"] });

for await (const line of createInterface({ input: process.stdin })) {
  const report = await check.validateString(JSON.parse(line), "page.html");
  const wrong = report.results.flatMap((one) => one.messages).map((one) => `${one.ruleId} ${one.line}:${one.column} ${one.message} (${one.selector ?? ""})`);
  console.log(JSON.stringify(wrong));
}
