namespace HyperVLab.Engine.Hosts;

/// <summary>How far a vendor's package is on a computer.</summary>
public enum PackageState
{
    /// <summary>Its setup runs.</summary>
    Installing,

    /// <summary>Its drivers are loaded with the next boot.</summary>
    RestartPending,

    /// <summary>It works.</summary>
    Installed,
}
