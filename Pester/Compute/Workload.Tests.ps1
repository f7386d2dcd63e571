BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Path $TestDrive/lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    New-LabVM db01 -NewVHDPath C:\VMs\db01.vhd -NewVHDSizeBytes 20GB | Out-Null
    New-LabVHD C:\VMs\data.vhd -SizeBytes 10GB -ComputerName NODE1 | Out-Null
    Add-LabVMHardDiskDrive db01 -ControllerType SCSI -Path C:\VMs\data.vhd
    Install-LabGuestOS db01 'Windows Server 2008 R2 Enterprise'
    Start-LabVM db01
    Step-LabClock -Seconds 60
}

AfterAll { Remove-Lab Lab }

Describe 'Start-LabWorkload' {
    It 'lets a guest keep a ledger' {
        $work = Start-LabWorkload db01 Ledger -Rate 50 -Passthru
        $work.State | Should -Be Running
        Step-LabClock -Seconds 100
        $work.Operations | Should -Be 5000
        $work.Acknowledged | Should -Be 5000
        (Get-LabVM db01).HotSetBytes | Should -Be 64MB
    }

    It 'writes to the drive that is named' {
        Start-LabWorkload db01 Ledger -Path C:\VMs\data.vhd -FlushEvery 10
        (Get-LabWorkload db01).Path | Should -Be C:\VMs\data.vhd
        $drive = Get-LabVMHardDiskDrive db01 -ControllerType SCSI
        $work = Get-LabVM db01 | Start-LabWorkload -Kind Ledger -VMHardDiskDrive $drive -Passthru
        $work.Path | Should -Be $drive.Path
        Start-LabWorkload db01 Ledger -ControllerType IDE
        (Get-LabWorkload db01).Path | Should -Be C:\VMs\db01.vhd
    }

    It 'refuses what cannot be' {
        { Start-LabWorkload db01 Ledger -Rate 0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.StartLabWorkloadCommand'
        { Start-LabWorkload db01 Ledger -RoundSize 1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.StartLabWorkloadCommand'
        { Start-LabWorkload db01 Ledger -Path C:\no.vhd -ErrorAction Stop } | Should -Throw
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Start-LabWorkload db01 Idle -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Test-LabWorkload' {
    BeforeAll {
        Start-LabWorkload db01 Ledger -FlushEvery 10 -Rate 100
        Step-LabClock -Seconds 12.34
    }

    It 'finds all that the guest was told is durable' {
        $proof = Test-LabWorkload db01
        $proof.Acknowledged | Should -Be 1230
        $proof.Durable | Should -Be 1230
        $proof.IsConsistent | Should -BeTrue
        (Get-LabVM db01 | Test-LabWorkload).Lost | Should -Be 0
        (Test-LabWorkload | Measure-Object).Count | Should -Be 1
    }

    It 'reads a file of this computer' {
        $file = (Get-LabVHD C:\VMs\db01.vhd -ComputerName NODE1).LocalPath
        $proof = Test-LabWorkload -LiteralPath $file
        $proof.Durable | Should -Be 1230
        $proof.Acknowledged | Should -BeNullOrEmpty
        $proof.IsConsistent | Should -BeTrue
        (Test-LabWorkload -Path $file).Durable | Should -Be 1230
        Test-LabVHD $file | Should -BeTrue
    }

    It 'sees what was damaged' {
        $file = (Get-LabVHD C:\VMs\db01.vhd -ComputerName NODE1).LocalPath
        Copy-Item $file $TestDrive/copy.vhd
        $bytes = [IO.File]::ReadAllBytes("$TestDrive/copy.vhd")
        $place = [Text.Encoding]::Latin1.GetString($bytes).IndexOf('HVLR', [StringComparison]::Ordinal)
        $bytes[$place + 100] = $bytes[$place + 100] -bxor 1
        [IO.File]::WriteAllBytes("$TestDrive/copy.vhd", $bytes)
        $proof = Test-LabWorkload -Path $TestDrive/copy.vhd
        ($proof.IsConsistent -and $proof.Durable -eq 1230) | Should -BeFalse
    }

    It 'says that nothing was written where nothing was' {
        New-LabVHD $TestDrive/empty.vhd -SizeBytes 10MB | Out-Null
        { Test-LabWorkload -Path $TestDrive/empty.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Compute.TestLabWorkloadCommand'
    }

    It 'loses nothing when the power goes' {
        Stop-LabVM db01 -TurnOff
        $proof = Test-LabWorkload db01
        $proof.Durable | Should -BeGreaterOrEqual $proof.Acknowledged
        $proof.Lost | Should -Be 0
        Start-LabVM db01
        Step-LabClock -Seconds 60
        (Get-LabWorkload db01).Operations | Should -BeGreaterThan $proof.Durable
        (Test-LabWorkload db01).IsConsistent | Should -BeTrue
    }
}

Describe 'A guest that fills its disk' {
    It 'makes the file grow ahead of what it writes' {
        $before = (Get-LabVHD C:\VMs\data.vhd -ComputerName NODE1).FileSize
        $work = Start-LabWorkload db01 Fill -Path C:\VMs\data.vhd -Rate 10 -SizeBytes 500MB -FlushEvery 16 -Passthru
        $work.SizeBytes | Should -Be 500MB
        Step-LabClock -Seconds 20
        $work.Operations | Should -Be 200
        $work.Acknowledged | Should -Be 192
        $grown = (Get-LabVHD C:\VMs\data.vhd -ComputerName NODE1).FileSize - $before
        $grown | Should -BeGreaterOrEqual 200MB
        $grown | Should -BeLessThan 300MB
        $file = (Get-LabVHD C:\VMs\data.vhd -ComputerName NODE1).LocalPath
        (Get-Item $file).Length | Should -Be (Get-LabVHD C:\VMs\data.vhd -ComputerName NODE1).FileSize
        (Test-LabWorkload -LiteralPath $file).Kind | Should -Be Fill
        Test-LabVHD $file | Should -BeTrue
    }

    It 'loses what was not flushed when the power goes, and nothing else' {
        Stop-LabVM db01 -TurnOff
        $proof = Test-LabWorkload db01
        $proof.Durable | Should -BeIn (192..201)
        $proof.IsConsistent | Should -BeTrue
        Start-LabVM db01
        Step-LabClock -Seconds 60
        (Get-LabWorkload db01).Operations | Should -BeGreaterThan $proof.Durable
    }

    It 'ends with its size, and says what cannot be' {
        Step-LabClock -Seconds 60
        $work = Get-LabWorkload db01
        $work.State | Should -Be Finished
        $work.Acknowledged | Should -Be 500
        (Test-LabWorkload db01).Durable | Should -Be 500
        { Start-LabWorkload db01 Ledger -SizeBytes 1GB -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.StartLabWorkloadCommand'
    }
}

Describe 'Stop-LabWorkload' {
    It 'flushes what was written' {
        $before = (Get-LabVM db01).HotSetBytes
        Start-LabWorkload db01 Ledger
        Step-LabClock -Seconds 10
        $work = Stop-LabWorkload db01 -Passthru
        (Get-LabVM db01).HotSetBytes | Should -Be $before
        $work.State | Should -Be Stopped
        $work.Acknowledged | Should -Be $work.Operations
        (Test-LabWorkload db01).Durable | Should -Be $work.Acknowledged
        Step-LabClock -Seconds 10
        (Get-LabWorkload db01).Operations | Should -Be $work.Operations
    }

    It 'needs something to stop' {
        New-LabVM web01 | Out-Null
        { Stop-LabWorkload web01 -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Compute.StopLabWorkloadCommand'
    }
}
