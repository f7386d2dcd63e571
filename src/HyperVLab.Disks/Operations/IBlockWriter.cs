namespace HyperVLab.Disks.Operations;

/// <summary>Fills a new disk with blocks, in one go; until it is finished the file reads as an empty disk.</summary>
internal interface IBlockWriter
{
    /// <summary>The size of a block in bytes.</summary>
    int BlockSizeBytes { get; }

    /// <summary>Gives a block its place. Blocks are asked for in rising order, each once.</summary>
    /// <param name="block">The block.</param>
    /// <returns>Where its data goes in the file, in bytes. What is not written there reads as zeros.</returns>
    /// <exception cref="IOException">The file would be larger than its format can say.</exception>
    long Add(long block);

    /// <summary>Writes what makes the file whole, once the data of all blocks is written.</summary>
    void Finish();
}
