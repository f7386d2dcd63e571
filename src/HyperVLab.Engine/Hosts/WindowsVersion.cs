namespace HyperVLab.Engine.Hosts;

/// <summary>
/// The releases of Windows Server, in order: what a later one brought is refused on an earlier one. Those before 2008
/// run no hypervisor: they are on servers that are to be converted into virtual machines.
/// </summary>
public enum WindowsVersion
{
    /// <summary>No Windows at all, such as VMware ESX: what any release brought is refused on it.</summary>
    None,

    /// <summary>Windows NT 4.0, as far as there are servers to convert.</summary>
    NT4,

    /// <summary>Windows 2000.</summary>
    W2000,

    /// <summary>Windows Server 2003, and Windows XP.</summary>
    W2003,

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
