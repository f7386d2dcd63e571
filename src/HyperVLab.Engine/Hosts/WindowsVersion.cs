namespace HyperVLab.Engine.Hosts;

/// <summary>The releases of Windows Server, in order: what a later one brought is refused on an earlier one.</summary>
public enum WindowsVersion
{
    /// <summary>Windows Server 2008.</summary>
    W2008,

    /// <summary>Windows Server 2008 R2, and Windows 7.</summary>
    W2008R2,

    /// <summary>Windows Server 2012.</summary>
    W2012,

    /// <summary>Windows Server 2012 R2.</summary>
    W2012R2,

    /// <summary>Windows Server 2016.</summary>
    W2016,

    /// <summary>Windows Server 2019.</summary>
    W2019,

    /// <summary>Windows Server 2022.</summary>
    W2022,

    /// <summary>Windows Server 2025.</summary>
    W2025,
}
