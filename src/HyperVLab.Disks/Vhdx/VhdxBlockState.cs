namespace HyperVLab.Disks.Vhdx;

/// <summary>What a row of the block allocation table says of its block ([MS-VHDX] 2.5.1).</summary>
internal enum VhdxBlockState
{
    /// <summary>The block is the parent's, or zeros if there is none.</summary>
    NotPresent = 0,

    /// <summary>The block's content is lost; it reads as zeros here.</summary>
    Undefined = 1,

    /// <summary>The block is zeros, whatever the parent holds.</summary>
    Zero = 2,

    /// <summary>The block was trimmed; it reads as zeros here.</summary>
    Unmapped = 3,

    /// <summary>The whole block is in this file.</summary>
    FullyPresent = 6,

    /// <summary>The sectors whose bit is set are in this file, the others are the parent's.</summary>
    PartiallyPresent = 7,
}
