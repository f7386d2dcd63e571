namespace HyperVLab.Disks.Serving;

/// <summary>How a request is to be done.</summary>
[Flags]
internal enum NbdCommandFlags : ushort
{
    /// <summary>As usual.</summary>
    None = 0,

    /// <summary>It is to be durable before it is answered.</summary>
    ForceUnitAccess = 1,

    /// <summary>Zeros are to have a place in the file.</summary>
    NoHole = 2,

    /// <summary>The bytes are to come in one part.</summary>
    DoNotFragment = 4,

    /// <summary>Only the first range is asked for.</summary>
    OneRange = 8,

    /// <summary>Zeros only if that is quicker than writing them.</summary>
    FastZero = 16,
}
