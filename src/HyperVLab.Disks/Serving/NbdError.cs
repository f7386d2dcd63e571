namespace HyperVLab.Disks.Serving;

/// <summary>The errors that the protocol knows.</summary>
internal enum NbdError : uint
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>EPERM: the export is read-only.</summary>
    NotPermitted = 1,

    /// <summary>EIO: the disk or the storage underneath failed.</summary>
    InputOutput = 5,

    /// <summary>ENOMEM: there is no memory.</summary>
    NoMemory = 12,

    /// <summary>EINVAL: the request makes no sense.</summary>
    Invalid = 22,

    /// <summary>ENOSPC: there is no room, or the disk ends before.</summary>
    NoSpace = 28,

    /// <summary>EOVERFLOW: too much at once.</summary>
    Overflow = 75,

    /// <summary>ENOTSUP: it would not be quicker.</summary>
    NotSupported = 95,

    /// <summary>ESHUTDOWN: the server ends.</summary>
    Shutdown = 108,
}
