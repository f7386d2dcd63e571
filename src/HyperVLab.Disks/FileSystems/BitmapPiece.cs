namespace HyperVLab.Disks.FileSystems;

/// <summary>A part of a bitmap: a set bit is a unit in use, the lowest bit of a byte comes first.</summary>
/// <param name="Bits">The bytes.</param>
/// <param name="Count">How many bits of them count.</param>
internal readonly record struct BitmapPiece(byte[] Bits, int Count);
