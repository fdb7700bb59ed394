// Encodes an address as a QR code: DISCLOSURE.qr(text) gives rows of 0 and 1, null where it is too long.
// ISO/IEC 18004, as much as addresses need: bytes, error correction M, versions 1 to 10 (213 bytes).
var DISCLOSURE = DISCLOSURE || {};
(function () {
  "use strict";
  // By version: bytes of correction a block; then how many blocks of how many bytes of data.
  var BLOCKS = [
    [10, 1, 16], [16, 1, 28], [26, 1, 44], [18, 2, 32], [24, 2, 43],
    [16, 4, 27], [18, 4, 31], [22, 2, 38, 2, 39], [22, 3, 36, 2, 37], [26, 4, 43, 1, 44]];
  var ALIGNMENT = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];
  var MASKS = [ // a module is turned where it gives 0
    function (x, y) { return (x + y) % 2; }, function (x, y) { return y % 2; },
    function (x) { return x % 3; }, function (x, y) { return (x + y) % 3; },
    function (x, y) { return (Math.floor(y / 2) + Math.floor(x / 3)) % 2; },
    function (x, y) { return (x * y) % 2 + (x * y) % 3; },
    function (x, y) { return ((x * y) % 2 + (x * y) % 3) % 2; },
    function (x, y) { return ((x + y) % 2 + (x * y) % 3) % 2; }];

  function bitsOf(value, length) { return ("0".repeat(length) + value.toString(2)).slice(-length); }
  function octet(byte) { return bitsOf(byte, 8); }
  function sizesOf(row) { return Array(row[1]).fill(row[2]).concat(Array(row[3] || 0).fill(row[4])); }
  function sum(numbers) { return numbers.reduce(function (a, b) { return a + b; }); }
  function room(version) { return sum(sizesOf(BLOCKS[version - 1])); }

  // In the field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1.
  function multiply(a, b) {
    for (var product = 0, bit = 7; bit >= 0; bit--) {
      product = (product << 1) ^ ((product >> 7) * 0x11d) ^ ((b >> bit & 1) * a);
    }
    return product;
  }
  function plus(terms, shift, factor) {
    return function (value, k) { return value ^ multiply(terms[k + shift] || 0, factor); };
  }

  // The bytes that correct some bytes of data (Reed and Solomon).
  function correction(data, length) {
    for (var divisor = [1], root = 1; divisor.length <= length; root = multiply(root, 2)) {
      divisor = divisor.concat(0).map(plus(divisor, -1, root));
    }
    return data.reduce(function (rest, byte) {
      return rest.slice(1).concat(0).map(plus(divisor, 1, byte ^ rest[0]));
    }, Array(length).fill(0));
  }

  // A number with the bits that check it (Bose, Chaudhuri and Hocquenghem).
  function checked(value, divisor, length) {
    for (var rest = value << length, bit = 31; bit >= length; bit--) {
      rest ^= (rest >>> bit & 1) * (divisor << (bit - length));
    }
    return value << length | rest;
  }

  // One byte of each block in turn; the last block is the longest.
  function interleave(blocks) {
    return blocks[blocks.length - 1].reduce(function (found, _, i) {
      var some = blocks.filter(function (block) { return i < block.length; });
      return found.concat(some.map(function (block) { return block[i]; }));
    }, []);
  }

  function encode(bytes, version) {
    var row = BLOCKS[version - 1];
    var bits = "0100" + bitsOf(bytes.length, version < 10 ? 8 : 16) + bytes.map(octet).join("") + "0000";
    var data = bits.match(/.{8}/g).map(function (byte) { return parseInt(byte, 2); });
    for (var at = 0, pad = 0xec; data.length < room(version); pad ^= 0xec ^ 0x11) { data.push(pad); }
    var blocks = sizesOf(row).map(function (size) { return data.slice(at, at += size); });
    var checks = blocks.map(function (block) { return correction(block, row[0]); });
    return interleave(blocks).concat(interleave(checks)).map(octet).join("");
  }

  // What every symbol of a version has: finders, timing, alignment, version; null = room for data.
  function frame(version) {
    var size = 17 + 4 * version, grid = Array.from({ length: size }, function () { return Array(size).fill(null); });
    function square(cx, cy, radius, light) { // rings around a centre, some of them light
      grid.forEach(function (row, y) {
        row.forEach(function (_, x) {
          var ring = Math.max(Math.abs(x - cx), Math.abs(y - cy));
          if (ring <= radius) { row[x] = light.indexOf(ring) < 0 ? 1 : 0; }
        });
      });
    }
    for (var i = 0; i < size; i++) { grid[6][i] = grid[i][6] = 1 - i % 2; }
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(function (c) { square(c[0], c[1], 4, [2, 4]); });
    var lines = [6].concat(ALIGNMENT[version - 1]);
    lines.forEach(function (y) {
      lines.forEach(function (x) {
        var far = Math.max(x, y); // none where a finder stands
        if (Math.min(x, y) > 6 || far > 6 && far < size - 7) { square(x, y, 2, [1]); }
      });
    });
    for (var n = 0; version > 6 && n < 18; n++) {
      var far = size - 11 + n % 3, near = Math.floor(n / 3);
      grid[near][far] = grid[far][near] = checked(version, 0x1f25, 12) >> n & 1;
    }
    return sign(grid, 0);
  }

  // Writes, twice, which mask is used; level M is 00. One module below is always dark.
  function sign(grid, mask) {
    var size = grid.length;
    for (var bits = checked(mask, 0x537, 10) ^ 0x5412, n = 0; n < 15; n++) {
      grid[n < 6 ? n : n < 8 ? n + 1 : size - 15 + n][8] = bits >> n & 1;
      grid[8][n < 8 ? size - 1 - n : n < 9 ? 7 : 14 - n] = bits >> n & 1;
    }
    grid[size - 8][8] = 1;
    return grid;
  }

  // The bits go up and down in pairs of columns, from the right, around what is there.
  function fill(empty, bits, mask) {
    var size = empty.length, grid = empty.map(function (row) { return row.slice(); });
    for (var right = size - 1, at = 0, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
      for (var step = 0; step < size * 2; step++) {
        var x = right - step % 2, y = up ? size - 1 - (step >> 1) : step >> 1;
        if (empty[y][x] === null) { grid[y][x] = Number(bits[at++] || 0) ^ !MASKS[mask](x, y); }
      }
    }
    return sign(grid, mask);
  }

  // How badly a symbol reads: long runs, what looks like a finder, squares of one colour, imbalance.
  function penalty(grid) {
    var turned = grid.map(function (_, x) { return grid.map(function (row) { return row[x]; }); });
    var lines = grid.concat(turned).map(function (row) { return row.join(""); });
    var points = sum(lines.map(function (line) {
      var runs = line.match(/0{5,}|1{5,}/g) || [];
      var alike = line.match(/(?=10111010000|00001011101)/g) || [];
      return runs.join("").length - 2 * runs.length + 40 * alike.length;
    }));
    grid.slice(1).forEach(function (row, y) { // `grid[y]` is the row above
      for (var x = 1; x < row.length; x++) {
        points += (row[x] + row[x - 1] + grid[y][x] + grid[y][x - 1]) % 4 ? 0 : 3;
      }
    });
    var dark = lines.join("").match(/1/g).length / 2 / (grid.length * grid.length);
    return points + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
  }

  DISCLOSURE.qr = function (text) {
    var bytes = Array.from(new TextEncoder().encode(text));
    var version = 1;
    if (bytes.length > room(10) - 3) { return null; }
    while (version < 10 && bytes.length > room(version) - 2) { version++; }
    var bits = encode(bytes, version);
    var symbols = MASKS.map(function (_, mask) { return fill(frame(version), bits, mask); });
    var points = symbols.map(penalty);
    return symbols[points.indexOf(Math.min.apply(null, points))];
  };
})();
