<#
.SYNOPSIS
    Makes a disk with an NTFS volume: a raw image, or a dynamic VHD of it.
.DESCRIPTION
    The image has 12 MB: an NTFS volume 'Data' of 9 MB from 1 MB on (partition 1, active), and a partition of Linux
    without a file system. The volume was made by mkntfs and filled through ntfs-3g; it has a compressed file, a sparse
    one, names that a computer may not take, one of which climbs out of its folder, and 3 MB of a deleted file.
#>
[CmdletBinding()]
param(
    # Where to; the extension says what is made.
    [Parameter(Mandatory)]
    [string] $Path
)

$target = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$image = [System.IO.Path]::ChangeExtension($target, '.img')
$packed = [System.IO.File]::OpenRead("$PSScriptRoot/../Storage/Samples/ntfs.img.br")
$stream = [System.IO.Compression.BrotliStream]::new($packed, [System.IO.Compression.CompressionMode]::Decompress)
$file = [System.IO.File]::Create($image)
$stream.CopyTo($file)
$file.Dispose()
$stream.Dispose()
if ($target -ne $image) {
    $source = [HyperVLab.Disks.Raw.RawDisk]::Open([HyperVLab.Disks.FileDiskFile]::Open($image, $true), $true)
    $creation = [HyperVLab.Disks.DiskCreation]::new()
    $creation.SizeBytes = $source.SizeBytes
    $creation.BlockSizeBytes = 512KB
    $creation.Identifier = [guid]::NewGuid()
    $creation.Created = [datetimeoffset]::UtcNow
    $work = [HyperVLab.Disks.Operations.DiskWork]::Unwatched
    [HyperVLab.Disks.Operations.DiskFiles]::Convert($source, $target, $creation, $work, $null)
    $source.Dispose()
    Remove-Item -LiteralPath $image
}
