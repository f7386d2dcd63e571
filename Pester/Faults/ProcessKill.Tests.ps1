BeforeDiscovery {
    $isPwshMissing = -not (Get-Command pwsh -CommandType Application -ErrorAction Ignore)

    # Where the larger disk's table and its two footers are written one after the other.
    $left = @{
        19 = 'VHD dynamic header at offset 512: 64 table entries are more than the 32 of the disk, *'
        20 = "VHD footer at offset 0: the copy is the disk's before its last change, when it had 67108864 bytes: *"
    }
    $cases = foreach ($write in 1, 3, 8, 14, 18, 19, 20, 22) { @{ Write = $write; Left = "$($left[$write])" } }
}

BeforeAll {
    $root = (Resolve-Path $PSScriptRoot/../..).Path
    Import-Module $root/HyperVLab.psd1

    # What a process did that had to die by the way; the lab's disks are files in a folder.
    function Invoke-Doomed($Folder, $Fault, $Work) {
        $script = @"
            Import-Module '$root/HyperVLab.psd1'
            New-Lab -Preset BladeCenterS -Path '$Folder' | Out-Null
            $Fault
            $Work
            'It lives.'
"@
        pwsh -NoProfile -NonInteractive -Command $script 2>&1
    }

    $work = {
        Install-LabGuestOS web01 'Windows Server 2008 R2 Enterprise' -ComputerName web01
        Enter-LabHost HVR2NODO1
        $folder = 'C:\ClusterStorage\Volume1'
        New-LabVHD "$folder\base.vhd" 64MB | Out-Null
        New-LabVHD "$folder\child.vhd" -ParentPath "$folder\base.vhd" | Out-Null
        Merge-LabVHD "$folder\child.vhd" "$folder\base.vhd"
        Resize-LabVHD "$folder\base.vhd" 128MB
        Convert-LabVHD "$folder\base.vhd" "$folder\fixed.vhd" -VHDType Fixed
        Optimize-LabVHD "$folder\base.vhd"
    }
}

Describe 'A fault that kills the process' -Skip:$isPwshMissing {
    It 'kills at once, with a step or when it is invoked, whoever is in the process' {
        Invoke-Doomed -Folder "$TestDrive/now" -Fault 'Add-LabFault ProcessKill -Confirm:$false' -Work { } |
            Should -Not -Contain 'It lives.'
        $armed = 'Add-LabFault ProcessKill -Armed -Name K -Confirm:$false | Out-Null'
        Invoke-Doomed -Folder "$TestDrive/invoked" -Fault $armed -Work {
            Invoke-LabFault K -Confirm:$false
        } | Should -Not -Contain 'It lives.'
        $waiting = 'Add-LabFault ProcessKill -OnStep Boot -Confirm:$false | Out-Null'
        Invoke-Doomed -Folder "$TestDrive/step" -Fault $waiting -Work {
            Restart-LabHost HVR2NODO2
        } | Should -Not -Contain 'It lives.'
    }

    It 'asks before, and does nothing where nobody answers' {
        $output = Invoke-Doomed -Folder "$TestDrive/asked" -Fault 'Add-LabFault ProcessKill' -Work { Get-LabFault }
        $output | Should -Contain 'It lives.'
        Invoke-Doomed -Folder "$TestDrive/whatif" -Fault 'Add-LabFault ProcessKill -WhatIf' -Work { } |
            Should -Contain 'It lives.'
    }

    It 'leaves only virtual hard disks that can be used as they are: before write <Write>' -ForEach $cases {
        $folder = "$TestDrive/lab$Write"
        $fault = "Add-LabFault ProcessKill -AfterWrites $Write -Confirm:`$false | Out-Null"
        Invoke-Doomed -Folder $folder -Fault $fault -Work $work | Should -Not -Contain 'It lives.'
        $LASTEXITCODE | Should -Not -Be 0
        if ($IsLinux -or $IsMacOS) { $LASTEXITCODE | Should -Be 137 -Because 'SIGKILL is 9' }
        $disks = Get-ChildItem $folder -Recurse -Filter *.vhd
        $disks | Should -Not -BeNullOrEmpty
        $found = foreach ($disk in $disks) {
            (Get-LabVHD $disk.FullName).VhdFormat | Should -Be VHD
            Test-LabVHD $disk.FullName -WarningAction SilentlyContinue | Should -BeTrue -Because $disk.Name
            Test-LabVHD $disk.FullName -Detailed
            Repair-LabVHD $disk.FullName
            Test-LabVHD $disk.FullName -Detailed | Should -BeNullOrEmpty -Because $disk.Name
        }

        "$found" | Should -BeLike $Left
    }
}
