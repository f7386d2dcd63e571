#!/usr/bin/env pwsh
#Requires -Version 7.6
<#
.SYNOPSIS
    Builds a two-node Hyper-V Server 2008 R2 cluster on an IBM BladeCenter S, live-migrates a virtual machine, and turns a blade off.
.DESCRIPTION
    The steps are those of the tutorial "Hyper-V Server R2 on BladeCenter S". Each is a cmdlet that an admin could have typed.
    What is shown goes to the host; the output is one object that says what came of it.
.EXAMPLE
    ./labs/bladecenter-s.ps1 -Seed 7
#>
[CmdletBinding()]
param(
    # What every random draw of the lab depends on: the same seed, the same night.
    [long] $Seed = 7,

    # Where the journal of the run is exported to; nowhere unless it is given.
    [string] $JournalPath
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../HyperVLab.psd1"

$nodes = 'HVR2NODO1', 'HVR2NODO2'
$number = 0

function Write-Step([string] $Title) {
    $script:number++
    $now = (Get-LabClock).Now.ToString('hh\:mm\:ss')
    Write-Host "`n[$now] $script:number. $Title" -ForegroundColor Cyan
}

function Show-Table {
    $input | Format-Table -AutoSize | Out-String -Width 130 | ForEach-Object { Write-Host $_.Trim("`r", "`n") }
}

function Show-Refusal([scriptblock] $Attempt) {
    try {
        & $Attempt | Out-Null
        throw 'This was to be refused.'
    }
    catch [HyperVLab.Engine.Requests.LabException] {
        Write-Host "refused: $($_.Exception.Message)" -ForegroundColor Yellow
    }
}

function Measure-Loss($Ping, [timespan] $Since) {
    (Get-LabPingTimeline -Job $Ping -From $Since).Lost
}

$lab = New-Lab -Name BladeCenterS -Seed $Seed

Write-Step 'A BladeCenter S with two blades and its integrated storage'
Add-LabChassis -Name 'BladeCenter S' -Model 'BladeCenter S' | Out-Null
Add-LabStorageArray -Name RSSM -Chassis 'BladeCenter S' | Out-Null
foreach ($bay in 1, 2) {
    Add-LabHost -Name "blade$bay" -Chassis 'BladeCenter S' -Bay $bay -ProcessorSocketCount 2 -MemoryBytes 16GB `
        -LocalDiskCount 2 -LocalDiskSizeBytes 68GB -NetworkAdapterCount 2 -StoragePathCount 2 | Out-Null
}
Get-LabHost | Show-Table

Write-Step 'Hyper-V Server 2008 R2 on both, names, addresses, remote management, the domain'
$setup = 1, 2 | ForEach-Object { Install-LabOperatingSystem -ComputerName "blade$_" -Edition 'Hyper-V Server 2008 R2' -AsJob }
$setup | Wait-LabJob | Out-Null
foreach ($index in 0, 1) {
    $node = $nodes[$index]
    Rename-LabHost -ComputerName "blade$($index + 1)" -NewName $node -Restart
    New-LabNetIPAddress -ComputerName $node -InterfaceAlias 'Local Area Connection' -IPAddress "192.168.10.$(21 + $index)" | Out-Null
    Set-LabDnsClientServerAddress -ComputerName $node -InterfaceAlias 'Local Area Connection' -ServerAddresses 192.168.10.10
    Enable-LabRemoteDesktop -ComputerName $node
    Enable-LabRemoteManagement -ComputerName $node
    Enable-LabNetFirewallRule -ComputerName $node -DisplayGroup 'Remote Volume Management'
    Join-LabDomain -ComputerName $node -DomainName lab.local -Restart
    Add-LabLocalGroupMember -ComputerName $node -Group Administrators -Member 'LAB\Administrator'
}
Get-LabHost | Show-Table

Write-Step 'Two LUNs, mapped to both blades; without multipath I/O each is seen once a path'
New-LabLun -StorageArray RSSM -Name Quorum -SizeBytes 10GB | Out-Null
New-LabLun -StorageArray RSSM -Name CSV1 -SizeBytes 100GB | Out-Null
foreach ($node in $nodes) {
    Add-LabLunMapping -Lun Quorum -ComputerName $node | Out-Null
    Add-LabLunMapping -Lun CSV1 -ComputerName $node | Out-Null
}
Show-Refusal { Update-LabHostStorageCache -ComputerName HVR2NODO1 }
Enable-LabNetFirewallRule -ComputerName ADMIN1 -DisplayGroup 'Remote Volume Management'
foreach ($node in $nodes) {
    Update-LabHostStorageCache -ComputerName $node
}
Get-LabDisk -ComputerName HVR2NODO1 | Show-Table
Install-LabWindowsFeature -ComputerName HVR2NODO1 -Name Multipath-IO -WarningAction SilentlyContinue | Out-Null
foreach ($node in $nodes) {
    Install-LabPackage -ComputerName $node -Name SDDDSM -WarningAction SilentlyContinue | Out-Null
    Restart-LabHost -ComputerName $node
}
Get-LabDisk -ComputerName HVR2NODO1 | Show-Table

Write-Step 'Failover clustering on both'
foreach ($node in $nodes) {
    Install-LabWindowsFeature -ComputerName $node -Name Failover-Clustering | Out-Null
}
Get-LabWindowsFeature -ComputerName HVR2NODO1 -Name Hyper-V, Multipath-IO, Failover-Clustering | Show-Table

Write-Step 'Disk management from the workstation: Q: and X:'
$disks = Get-LabDisk -ComputerName HVR2NODO1 | Where-Object Number -GT 0
foreach ($disk in $disks) {
    $label, $letter = if ($disk.Size -eq 10GB) { 'Quorum', 'Q' } else { 'CSV1', 'X' }
    Set-LabDisk -ComputerName HVR2NODO1 -Number $disk.Number -IsOffline $false
    Initialize-LabDisk -ComputerName HVR2NODO1 -Number $disk.Number -PartitionStyle MBR
    New-LabPartition -ComputerName HVR2NODO1 -DiskNumber $disk.Number -UseMaximumSize -DriveLetter $letter | Out-Null
    Format-LabVolume -ComputerName HVR2NODO1 -DriveLetter $letter -FileSystem NTFS -NewFileSystemLabel $label | Out-Null
    Set-LabDisk -ComputerName HVR2NODO2 -Number $disk.Number -IsOffline $false
    Set-LabPartition -ComputerName HVR2NODO2 -DiskNumber $disk.Number -PartitionNumber 1 -NewDriveLetter $letter
}
Get-LabVolume -ComputerName HVR2NODO1 | Show-Table

Write-Step 'A virtual switch on the second adapter of each host'
Show-Refusal { New-LabVMSwitch -Name VMs -ComputerName HVR2NODO1 -NetAdapterName 'Local Area Connection', 'Local Area Connection 2' }
foreach ($node in $nodes) {
    New-LabVMSwitch -Name VMs -ComputerName $node -NetAdapterName 'Local Area Connection 2' -AllowManagementOS $false | Out-Null
}
Get-LabVMSwitch | Show-Table

Write-Step 'Validation, then the cluster'
$report = Test-LabCluster -Node $nodes
Write-Host "validation report: $($report.FullName)"
New-LabCluster -Name HVR2CLUSTER -Node $nodes -StaticAddress 192.168.10.30 | Out-Null
Get-LabClusterNode | Show-Table
Get-LabClusterQuorum | Show-Table

Write-Step 'CSV1 becomes a cluster shared volume'
Set-LabCluster -EnableSharedVolumes Enabled | Out-Null
$csv = Get-LabClusterResource | Where-Object { "$($_.ResourceType)" -eq 'Physical Disk' -and "$($_.OwnerGroup)" -eq 'Available Storage' }
Add-LabClusterSharedVolume -Name $csv.Name | Out-Null
Move-LabClusterSharedVolume -Name $csv.Name -Node HVR2NODO2 | Out-Null
Show-Refusal { Add-LabClusterFileServerRole -Name FS1 -Storage $csv.Name }
Get-LabClusterSharedVolume | Show-Table

Write-Step 'web01 on the shared volume, with a guest in its disk'
function Build-Guest([string] $Name, [string] $Node, [string] $Address) {
    $folder = "C:\ClusterStorage\Volume1"
    New-LabVM -Name $Name -ComputerName $Node -MemoryStartupBytes 2GB -Path $folder `
        -NewVHDPath "$folder\$Name\$Name.vhd" -NewVHDSizeBytes 20GB -SwitchName VMs | Out-Null
    Install-LabGuestOS -VMName $Name -OperatingSystem 'Windows Server 2008 R2' -IPAddress $Address -PrefixLength 24 | Out-Null
}
Build-Guest -Name web01 -Node HVR2NODO2 -Address 192.168.10.41
Get-LabVHD -ComputerName HVR2NODO2 -Path C:\ClusterStorage\Volume1\web01\web01.vhd |
    Select-Object Path, VhdType, FileSize, Size | Show-Table

Write-Step 'web01 becomes highly available: not while it runs'
Start-LabVM web01
Show-Refusal { Add-LabClusterVirtualMachineRole -VMName web01 }
Stop-LabVM web01 -TurnOff
Add-LabClusterVirtualMachineRole -VMName web01 | Out-Null
Start-LabClusterGroup web01 | Out-Null
Step-LabClock -Seconds 120
Get-LabVM | Show-Table
Get-LabClusterGroup | Show-Table

Write-Step 'A ping beside a live migration, there and back'
$web = Test-LabConnection web01 -Continuous -AsJob
Step-LabClock -Seconds 5
$losses = foreach ($target in 'HVR2NODO1', 'HVR2NODO2') {
    Receive-Job $web | Out-Null
    Move-LabClusterVirtualMachineRole web01 -Node $target -MigrationType Live | Out-Null
    Step-LabClock -Seconds 15
    $replies = Receive-Job $web
    Write-Host "to ${target}: $($replies.Count) pings"
    $replies | Group-Object Status -NoElement | Show-Table
    @($replies | Where-Object Status -NE Success).Count
}
$passes = Get-LabVMMigration | ForEach-Object PassCount
Get-LabVMMigration | Show-Table

Write-Step 'db01 beside it: two hosts, one LUN, one owner'
Build-Guest -Name db01 -Node HVR2NODO1 -Address 192.168.10.42
Add-LabClusterVirtualMachineRole -VMName db01 | Out-Null
Start-LabClusterGroup db01 | Out-Null
Step-LabClock -Seconds 120
Get-LabClusterGroup | Show-Table
$ownerBefore = "$((Get-LabClusterSharedVolume).OwnerNode)"

Write-Step 'The management module cuts the power of HVR2NODO2'
$db = Test-LabConnection db01 -Continuous -AsJob
Step-LabClock -Seconds 5
$cut = (Get-LabClock).Now
Stop-LabHost -ComputerName HVR2NODO2 -TurnOff
Step-LabClock -Seconds 240
Get-LabClusterNode | Show-Table
Get-LabVM | Show-Table
Get-LabPingTimeline -Job $web -From $cut | Out-String | Write-Host
Get-LabPingTimeline -Job $db -From $cut | Out-String | Write-Host
$web, $db | Stop-Job

if ($JournalPath) {
    Export-LabJournal -Path $JournalPath | Out-Null
}

$lab = Get-Lab BladeCenterS
[pscustomobject]@{
    Seed                   = $lab.Seed
    LiveMigrationLostPings = [int[]] $losses
    LiveMigrationPasses    = [int[]] $passes
    SurvivorLostPings      = Measure-Loss $db $cut
    FailedOverLostPings    = Measure-Loss $web $cut
    FailedOverTo           = "$((Get-LabClusterGroup web01).OwnerNode)"
    CsvOwnerBefore         = $ownerBefore
    CsvOwnerAfter          = "$((Get-LabClusterSharedVolume).OwnerNode)"
    VirtualElapsed         = $lab.Now
    JournalHash            = $lab.JournalHash
}
