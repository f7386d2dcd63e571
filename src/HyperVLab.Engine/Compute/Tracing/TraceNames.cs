namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>Shorter names of layers, for lists and drawings.</summary>
internal static class TraceNames
{
    /// <summary>The virtual hard disk's parser.</summary>
    public const string DiskParser = "VHD parser";

    /// <summary>The filter of cluster shared volumes.</summary>
    public const string SharedVolumeFilter = "CSV filter";

    /// <summary>The short name of a layer; its own where that is short.</summary>
    public static string Of(string layer) => layer switch
    {
        "Virtualization service client" => "VSC",
        "Virtualization service provider" => "VSP",
        "Virtual hard disk parser" => DiskParser,
        "Cluster shared volume filter" => SharedVolumeFilter,
        "Intercepted register accesses" => "Intercepts",
        "Driver of the IDE controller" => "IDE driver",
        "Emulated IDE controller" => "Emulated IDE",
        "Driver of the DEC 21140 adapter" => "DEC 21140",
        "Emulated DEC 21140 adapter" => "Emulated DEC 21140",
        _ => layer,
    };
}
