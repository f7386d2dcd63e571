namespace HyperVLab.Engine.Requests;

/// <summary>The kind of an error; the names are those of PowerShell's ErrorCategory.</summary>
public enum LabErrorCategory
{
    /// <summary>No kind is known.</summary>
    NotSpecified,

    /// <summary>A parameter's value cannot be used.</summary>
    InvalidArgument,

    /// <summary>Data that was read is damaged.</summary>
    InvalidData,

    /// <summary>The object's state does not allow it.</summary>
    InvalidOperation,

    /// <summary>A limit of edition, version or capacity is reached.</summary>
    LimitsExceeded,

    /// <summary>The edition or version does not have it.</summary>
    NotInstalled,

    /// <summary>Nothing of that name exists.</summary>
    ObjectNotFound,

    /// <summary>It did not end in time.</summary>
    OperationTimeout,

    /// <summary>It was stopped.</summary>
    OperationStopped,

    /// <summary>The caller may not do it.</summary>
    PermissionDenied,

    /// <summary>Something else uses it.</summary>
    ResourceBusy,

    /// <summary>Something of that name exists.</summary>
    ResourceExists,

    /// <summary>What it needs is not there now.</summary>
    ResourceUnavailable,

    /// <summary>The computer cannot be reached.</summary>
    ConnectionError,

    /// <summary>A device failed.</summary>
    DeviceError,
}
