// Postings: which documents hold a term, how often and where, as typed arrays in order of id.
(function () {
  "use strict";

  const DIGITS = new Int8Array(128).fill(-1);
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (digit, value) => {
    DIGITS[digit.charCodeAt(0)] = value;
  });
  const NONE = new Int32Array(0);
  const MOST = 1 << 26; // places of a term in the titles or the bodies of all
  const FAR = 16; // times as many ids: it pays to leap

  // Numbers of base64 digits: five bits each, the lowest first, 32 more where one follows.
  function numbersOf(text) {
    const numbers = new Int32Array(text.length);
    let count = 0;
    let number = 0;
    let shift = 0;
    for (let at = 0; at < text.length; at++) {
      const digit = DIGITS[text.charCodeAt(at)];
      if (!(digit >= 0) || shift >= 30) {
        throw new RangeError("numbers");
      }
      number |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        numbers[count++] = number;
        number = shift = 0;
      }
    }
    if (shift) {
      throw new RangeError("numbers");
    }
    return numbers.subarray(0, count);
  }

  // Gap, number of times, and with `hasPlaces` so many places, for each document from `offset` on.
  // Places stay gaps among the numbers, from its start on: a list of them for each of many documents
  // would cost more than looking through them.
  function decode(text, hasPlaces, offset, size) {
    const numbers = numbersOf(text);
    const ids = new Int32Array(Math.ceil(numbers.length / (hasPlaces ? 3 : 2)));
    const times = new Int32Array(ids.length);
    const starts = new Int32Array(ids.length);
    let count = 0;
    let id = offset;
    let at = 0;
    for (; at < numbers.length; count++) {
      const gap = numbers[at];
      id += gap;
      ids[count] = id;
      times[count] = numbers[at + 1];
      starts[count] = at + 2;
      at += 2 + (hasPlaces ? times[count] : 0);
      if (id >= offset + size || (count && !gap) || !times[count]) {
        throw new RangeError("postings");
      }
    }
    if (at > numbers.length) {
      throw new RangeError("postings");
    }
    return { ids: ids.subarray(0, count), times: times.subarray(0, count), starts, numbers };
  }

  // Where the places of each document begin that lie end to end; last, where all of them end.
  function startsOf(times) {
    const starts = new Int32Array(times.length + 1);
    let end = 0;
    for (let i = 0; i < times.length; i++) {
      end += times[i];
      starts[i + 1] = end;
    }
    if (end > MOST) {
      throw new RangeError("places");
    }
    return starts;
  }

  // The first of rising ids that is not below this one.
  function find(ids, id, low = 0, high = ids.length) {
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ids[middle] < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  // For each id that stands in both its place here and its place there; the fewer lead the way.
  function meet(some, others) {
    const isSwapped = others.length < some.length;
    const few = isSwapped ? others : some;
    const many = isSwapped ? some : others;
    const here = new Int32Array(few.length);
    const there = new Int32Array(few.length);
    const isFar = many.length > FAR * few.length;
    let count = 0;
    for (let i = 0, j = 0; i < few.length; i++) {
      const id = few[i];
      if (isFar) {
        j = find(many, id, j);
      } else {
        while (j < many.length && many[j] < id) {
          j++;
        }
      }
      if (j < many.length && many[j] === id) {
        here[count] = i;
        there[count++] = j;
      }
    }
    const both = [here.subarray(0, count), there.subarray(0, count)];
    return isSwapped ? both.reverse() : both;
  }

  function intersect(one, two) {
    if (one === two) {
      return one;
    }
    const places = meet(one, two)[0];
    const ids = new Int32Array(places.length);
    for (let i = 0; i < ids.length; i++) {
      ids[i] = one[places[i]];
    }
    return ids;
  }

  function unite(one, two) {
    if (!one.length || !two.length) {
      return one.length ? one : two;
    }
    const ids = new Int32Array(one.length + two.length);
    let count = 0;
    for (let i = 0, j = 0; i < one.length || j < two.length; count++) {
      const id = j < two.length && !(one[i] <= two[j]) ? two[j] : one[i];
      ids[count] = id;
      i += one[i] === id;
      j += two[j] === id;
    }
    return ids.subarray(0, count);
  }

  // Segments follow each other in ids: their postings are put end to end.
  function join(arrays) {
    if (arrays.length < 2) {
      return arrays[0] || NONE;
    }
    const whole = new Int32Array(arrays.reduce((sum, array) => sum + array.length, 0));
    arrays.reduce((at, array) => (whole.set(array, at), at + array.length), 0);
    return whole;
  }

  DISCLOSURE.postings = { NONE, DIGITS, numbersOf, decode, startsOf, find, meet, intersect, unite, join };
})();
