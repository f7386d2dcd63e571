namespace HyperVLab.Engine.Compute;

/// <summary>What is in a DVD drive; numbers of Microsoft.HyperV.PowerShell.DvdMediaType.</summary>
public enum DvdMediaType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The image of a disc.</summary>
    ISO = 1,

    /// <summary>The disc in a drive of the host's: no host of a lab has one.</summary>
    PassThrough = 2,
}
