namespace HyperVLab.Disks.Registry;

/// <summary>Reads whole files of a bounded length.</summary>
internal static class HiveSource
{
    public static byte[] Read(IDiskFile file)
    {
        RegistryHive.CheckLength(file.Length);
        var bytes = new byte[file.Length];
        file.Read(0, bytes);
        return bytes;
    }

    public static byte[] Read(Stream stream)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, count);
            RegistryHive.CheckLength(memory.Length);
        }

        return memory.ToArray();
    }
}
