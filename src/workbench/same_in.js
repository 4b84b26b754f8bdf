// The same query for other programs, ready to be copied.

import { address } from "./server.js";

const url = () => address("sparql").href;
const json = (text) => JSON.stringify(text);
const shell = (text) => `'${text.replace(/'/g, "'\\''")}'`;
const excel = (text) => `"${text.replace(/"/g, '""').replace(/\r?\n/g, "#(lf)")}"`;
const r = (text) => `r"---(${text})---"`;

/** Program → text that asks `query` there. */
export const sameIn = {
  curl: (query) => `curl ${shell(url())} -H 'Accept: text/csv' --data-urlencode ${shell(`query=${query}`)}`,
  Python: (query) => `import io, urllib.parse, urllib.request
import pandas

query = ${json(query)}
form = urllib.parse.urlencode({"query": query}).encode()
request = urllib.request.Request(${json(url())}, form, {"Accept": "text/csv"})
table = pandas.read_csv(io.BytesIO(urllib.request.urlopen(request).read()))`,
  R: (query) => `library(httr)

query <- ${r(query)}
answer <- POST(${json(url())}, body = list(query = query), encode = "form", accept("text/csv"))
table <- read.csv(text = content(answer, "text", encoding = "UTF-8"))`,
  "Power Query": (query) => `let
  Query = ${excel(query)},
  Answer = Web.Contents(${excel(url())}, [
    Headers = [#"Content-Type" = "application/x-www-form-urlencoded", Accept = "text/csv"],
    Content = Text.ToBinary(Uri.BuildQueryString([query = Query]))]),
  Table = Table.PromoteHeaders(Csv.Document(Answer, [Encoding = 65001]))
in
  Table`,
};
